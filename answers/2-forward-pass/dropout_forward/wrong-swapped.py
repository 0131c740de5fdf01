# Swaps drop and keep but scales by 1 - p.
# dropout_forward-scale: pass
# dropout_forward-coins: fail "Drop and keep are swapped"
# dropout_forward-mask: pass
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    if p == 0:
        return x, np.ones_like(x)
    mask = (~keep).astype(x.dtype) / (1 - p)
    return x * mask, mask
