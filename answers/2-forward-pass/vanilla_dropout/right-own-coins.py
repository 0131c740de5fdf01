# Throws its own coins in the dtype of x.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    if not 0 <= p <= 1:
        raise ValueError("p is a probability")
    if training:
        return x * rng.binomial(1, 1 - p, x.shape).astype(x.dtype)
    return x * x.dtype.type(1 - p)
