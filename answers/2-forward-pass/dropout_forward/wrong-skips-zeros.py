# Throws coins only for entries that are not zero and sets the mask to 1 elsewhere.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: fail "Kept entries are not multiplied by one common factor."
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    mask = sample_keep_mask(x.shape, p, rng).astype(x.dtype)
    if p < 1:
        mask = mask / (1 - p)
        mask = np.where(x == 0, 1, mask).astype(x.dtype)
    return x * mask, mask
