# Leaves out the affine step.
# alpha_dropout-values: fail "The step a (...) + b is missing."
# alpha_dropout-slope: fail "The slope lacks the factor a."
# alpha_dropout-coins: pass
# alpha_dropout-conventions: pass
def alpha_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    off, q = -SELU_SCALE * SELU_ALPHA, 1 - p
    a, b = 1.0, 0.0
    output = a * np.where(keep, x, off) + b
    slope = a * keep.astype(x.dtype)
    return output, slope
