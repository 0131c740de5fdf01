# Subtracts what is dropped from x and, at inference, p x from x (equal up to rounding).
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    if training:
        return x - x * ~sample_keep_mask(x.shape, p, rng)
    return x - x * p
