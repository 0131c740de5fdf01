# Divides by p instead of 1 - p.
# dropout_forward-scale: fail "Kept entries are multiplied by 1/p"
# dropout_forward-coins: pass
# dropout_forward-mask: fail "Kept entries are multiplied by 1/p"
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    if p == 0:
        return x, np.ones_like(x)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    mask = keep.astype(x.dtype) / p
    return x * mask, mask
