# Returns x unchanged at inference.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: fail "The output is left unscaled at inference"
# vanilla_dropout-conventions: fail "p = 1 is not handled"
def vanilla_dropout(x, p, training, rng):
    if training:
        return x * sample_keep_mask(x.shape, p, rng)
    return x
