# Is plain dropout.
# alpha_dropout-values: fail "Dropped entries are set to 0, not to alpha'."
# alpha_dropout-slope: fail "The slope is that of plain dropout, with 1/(1-p)."
# alpha_dropout-coins: pass
# alpha_dropout-conventions: pass
def alpha_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    off, q = -SELU_SCALE * SELU_ALPHA, 1 - p
    a, b, off = 1 / q, 0.0, 0.0
    output = a * np.where(keep, x, off) + b
    slope = a * keep.astype(x.dtype)
    return output, slope
