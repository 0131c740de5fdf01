# Copies x and sets what is dropped to zero.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    if training:
        y = x.copy()
        y[~sample_keep_mask(x.shape, p, rng)] = 0
        return y
    return np.multiply(x, 1 - p, dtype=x.dtype)
