# Copies x at inference and fills the mask by index.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    mask = np.ones(x.shape, dtype=x.dtype)
    if training:
        keep = sample_keep_mask(x.shape, p, rng)
        mask[~keep] = 0
        mask[keep] = 1 / (1 - p) if p != 1 else 0
    return np.multiply(x, mask), mask
