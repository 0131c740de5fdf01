# Returns keep for the slope.
# alpha_dropout-values: pass
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
    a = (q + p * q * off**2) ** -0.5
    b = -a * p * off
    output = a * np.where(keep, x, off) + b
    slope = keep.astype(x.dtype)
    return output, slope
