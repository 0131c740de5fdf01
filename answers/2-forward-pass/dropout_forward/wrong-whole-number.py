# Makes the scaled mask an integer array.
# dropout_forward-scale: fail "The scale was cut down to a whole number"
# dropout_forward-coins: pass
# dropout_forward-mask: fail "The scale was cut down to a whole number"
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    mask = (keep / (1 - p)).astype(int)
    return (x * mask).astype(x.dtype), mask
