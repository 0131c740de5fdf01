# Swaps drop and keep in a and b.
# alpha_dropout-values: fail "Drop and keep are swapped in a and b."
# alpha_dropout-slope: fail "The slope of the kept entries is not a."
# alpha_dropout-coins: pass
# alpha_dropout-conventions: pass
def alpha_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    off, q = -SELU_SCALE * SELU_ALPHA, 1 - p
    a = (p + p * q * off**2) ** -0.5 if p else 1.0
    b = -a * q * off if p else 0.0
    output = a * np.where(keep, x, off) + b
    slope = a * keep.astype(x.dtype)
    return output, slope
