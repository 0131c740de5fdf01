# Divides a Python number by zero at p = 1.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: pass
# dropout_forward-conventions: fail "dropout_forward raised ZeroDivisionError"
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    scale = 1 / (1 - p)
    mask = keep.astype(x.dtype) * scale
    return x * mask, mask
