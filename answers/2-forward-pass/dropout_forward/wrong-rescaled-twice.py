# Scales the mask and then the output once more.
# dropout_forward-scale: fail "Kept entries are rescaled twice"
# dropout_forward-coins: pass
# dropout_forward-mask: fail "The mask that is returned is not the one that was used"
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    mask = keep.astype(x.dtype) / (1 - p)
    return x * mask / (1 - p), mask
