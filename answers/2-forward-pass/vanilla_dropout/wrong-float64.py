# Turns float32 into float64.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: fail "vanilla_dropout changes the dtype"
def vanilla_dropout(x, p, training, rng):
    if training:
        return x * sample_keep_mask(x.shape, p, rng).astype(float)
    return x * (1 - p)
