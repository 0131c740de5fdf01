# Builds inverted dropout instead.
# vanilla_dropout-values: fail "Kept entries are multiplied by 1/(1-p) in training"
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: fail "The output is left unscaled at inference"
# vanilla_dropout-conventions: fail "p = 1 is not handled"
def vanilla_dropout(x, p, training, rng):
    if training:
        keep = sample_keep_mask(x.shape, p, rng)
        return x * keep / (1 - p) if p < 1 else np.zeros_like(x)
    return x
