# Returns the mask before the output.
# dropout_forward-scale: fail "Kept entries are not multiplied by one common factor"
# dropout_forward-coins: pass
# dropout_forward-mask: fail "Kept entries are not multiplied by one common factor"
# dropout_forward-inference: fail "The output at inference is not a multiple"
# dropout_forward-conventions: fail "p = 0 is not handled"
def dropout_forward(x, p, training, rng):
    if not training:
        return np.ones_like(x), x
    keep = sample_keep_mask(x.shape, p, rng)
    mask = keep.astype(x.dtype) / (1 - p) if p < 1 else np.zeros_like(x)
    return mask, x * mask
