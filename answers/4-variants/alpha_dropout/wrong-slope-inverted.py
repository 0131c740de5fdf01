# Returns a where an entry was dropped.
# alpha_dropout-values: pass
# alpha_dropout-slope: fail "The slope is a where an entry was dropped and 0 where it was kept."
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
    slope = a * (~keep).astype(x.dtype) if p else np.ones_like(x)
    return output, slope
