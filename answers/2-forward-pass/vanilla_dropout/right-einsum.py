# Multiplies with einsum over an ellipsis.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    if training:
        keep = np.asarray(sample_keep_mask(x.shape, p, rng))
        return np.einsum("...,...->...", x, keep.astype(x.dtype))
    return np.einsum("...,->...", x, np.asarray(1 - p, dtype=x.dtype))
