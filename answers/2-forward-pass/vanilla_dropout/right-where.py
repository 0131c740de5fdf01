# Selects with np.where.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    if not training:
        return (x - p * x).astype(x.dtype)
    return np.where(sample_keep_mask(x.shape, p, rng), x, np.zeros_like(x))
