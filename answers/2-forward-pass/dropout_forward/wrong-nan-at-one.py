# Divides by zero at p = 1.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: pass
# dropout_forward-conventions: fail "contains nan or infinity"
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    mask = keep.astype(x.dtype) / np.float64(1 - p)
    return (x * mask).astype(x.dtype), mask
