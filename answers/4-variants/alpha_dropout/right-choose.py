# Chooses between finished values.
# alpha_dropout-values: pass
# alpha_dropout-slope: pass
# alpha_dropout-coins: pass
# alpha_dropout-conventions: pass
def alpha_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    off = -SELU_SCALE * SELU_ALPHA
    keep = rng.random(x.shape) >= p
    a = ((1 - p) * (1 + p * off**2)) ** -0.5
    b = -a * p * off
    y = np.where(keep, a * x + b, a * off + b).astype(x.dtype)
    slope = (np.choose(keep, [0.0, a])).astype(x.dtype)
    return y, slope
