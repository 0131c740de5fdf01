# Divides by the share that happened to be kept.
# dropout_forward-scale: fail "divided by the share that happened to be kept"
# dropout_forward-coins: pass
# dropout_forward-mask: fail "divided by the share that happened to be kept"
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    if not keep.any():
        return np.zeros_like(x), np.zeros_like(x)
    mask = keep.astype(x.dtype) / x.dtype.type(keep.mean())
    return x * mask, mask
