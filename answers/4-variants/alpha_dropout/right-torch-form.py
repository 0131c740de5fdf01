# Writes a as PyTorch does.
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
    a = 1 / ((off**2 * p + 1) * (1 - p)) ** 0.5
    b = -a * p * off
    mask = keep.astype(x.dtype)
    output = a * (x * mask + off * (1 - mask)) + b
    slope = a * keep.astype(x.dtype)
    return output, slope
