# Computes mean and variance after the replacement, then standardises.
# alpha_dropout-values: pass
# alpha_dropout-slope: pass
# alpha_dropout-coins: pass
# alpha_dropout-conventions: pass
def alpha_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    off, q = -SELU_SCALE * SELU_ALPHA, 1 - p
    mean, square = p * off, q + p * off**2
    a = 1 / (square - mean**2) ** 0.5
    output = (np.where(keep, x, off) - mean) * a
    slope = a * keep.astype(x.dtype)
    return output, slope
