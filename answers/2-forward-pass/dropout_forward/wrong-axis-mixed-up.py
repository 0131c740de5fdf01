# Fills the mask in memory order of x, so for a Fortran-ordered x mask and output belong to different entries.
# dropout_forward-scale: fail "Kept entries are not multiplied by one common factor."
# dropout_forward-coins: pass
# dropout_forward-mask: fail "The mask that is returned is not the one that was used."
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    mask = sample_keep_mask(x.shape, p, rng).astype(x.dtype)
    if p < 1:
        mask = mask / (1 - p)
    output = (x.ravel(order="K") * mask.ravel()).reshape(x.shape)
    return output, mask
