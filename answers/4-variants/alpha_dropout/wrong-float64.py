# Returns float64 whatever x is.
# alpha_dropout-values: pass
# alpha_dropout-slope: pass
# alpha_dropout-coins: pass
# alpha_dropout-conventions: fail "alpha_dropout changes the dtype."
def alpha_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    off, q = -SELU_SCALE * SELU_ALPHA, 1 - p
    a = (q + p * q * off**2) ** -0.5
    b = -a * p * off
    output = a * (x * keep + np.array(off) * (~keep).astype(float)) + b
    slope = a * keep.astype(x.dtype)
    return output, slope
