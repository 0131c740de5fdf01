# Multiplies by the opposite of keep.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: fail "Drop and keep are swapped"
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: fail "p = 0 is not handled"
def vanilla_dropout(x, p, training, rng):
    if training:
        return x * ~sample_keep_mask(x.shape, p, rng)
    return x * (1 - p)
