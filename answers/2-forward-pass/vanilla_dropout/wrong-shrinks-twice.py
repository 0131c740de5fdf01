# Shrinks in training as well as at inference.
# vanilla_dropout-values: fail "Kept entries are multiplied by 1-p in training"
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    if training:
        return x * sample_keep_mask(x.shape, p, rng) * (1 - p)
    return x * (1 - p)
