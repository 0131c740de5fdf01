# Multiplies by 1 - p instead of dividing.
# dropout_forward-scale: fail "Kept entries are multiplied by 1-p"
# dropout_forward-coins: pass
# dropout_forward-mask: fail "Kept entries are multiplied by 1-p"
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    mask = keep.astype(x.dtype) * (1 - p)
    return x * mask, mask
