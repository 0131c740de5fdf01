# Forgets the factor lambda.
# alpha_dropout-values: fail "alpha' is -alpha; the factor lambda is missing."
# alpha_dropout-slope: fail "The slope of the kept entries is not a."
# alpha_dropout-coins: pass
# alpha_dropout-conventions: pass
def alpha_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    off, q = -SELU_ALPHA, 1 - p
    a = (q + p * q * off**2) ** -0.5
    b = -a * p * off
    output = a * np.where(keep, x, off) + b
    slope = a * keep.astype(x.dtype)
    return output, slope
