# Multiplies x in place.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: fail "vanilla_dropout changes its input"
def vanilla_dropout(x, p, training, rng):
    if training:
        x *= sample_keep_mask(x.shape, p, rng)
        return x
    return x * (1 - p)
