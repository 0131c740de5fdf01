# Writes the scale where an entry is kept.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    scale = 1 / (1 - p) if p < 1 else 0.0
    mask = np.where(keep, scale, 0.0).astype(x.dtype)
    return x * mask, mask
