# Turns float32 into float64.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: pass
# dropout_forward-conventions: fail "dropout_forward changes the dtype"
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    mask = keep / (1 - p) if p < 1 else np.zeros(x.shape)
    return x * mask, mask
