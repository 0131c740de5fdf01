# For (N, C, H, W) the coins are thrown per channel.
# dropout_forward-scale: pass
# dropout_forward-coins: fail "Whole rows are kept or dropped."
# dropout_forward-mask: pass
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    shape = x.shape if x.ndim < 3 else x.shape[:2] + (1,) * (x.ndim - 2)
    mask = np.zeros_like(x)
    if sample_keep_mask((), p, rng) is not None and p < 1:
        mask += sample_keep_mask(shape, p, rng) / (1 - p)
    return x * mask, mask
