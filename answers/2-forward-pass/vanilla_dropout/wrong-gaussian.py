# Multiplies by Gaussian noise.
# vanilla_dropout-values: fail "Nothing is dropped"
# vanilla_dropout-coins: fail "Nothing is dropped"
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: fail "p = 1 is not handled"
def vanilla_dropout(x, p, training, rng):
    if training:
        return x * rng.normal(1, p, x.shape).astype(x.dtype)
    return x * (1 - p)
