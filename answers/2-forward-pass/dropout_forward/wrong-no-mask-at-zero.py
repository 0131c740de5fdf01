# A shortcut for p = 0 that has no mask.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: fail "There is no mask at inference."
# dropout_forward-conventions: fail "The mask from dropout_forward is None."
def dropout_forward(x, p, training, rng):
    if p == 0:
        return x, None
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    mask = np.zeros_like(x) if p == 1 else keep.astype(x.dtype) / (1 - p)
    return x * mask, mask
