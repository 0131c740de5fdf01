# Takes a and b from the mean and spread of the output.
# alpha_dropout-values: fail "Kept entries do not become a x + b."
# alpha_dropout-slope: fail "The slope of the kept entries is not a."
# alpha_dropout-coins: pass
# alpha_dropout-conventions: fail "p = 0 is not handled."
def alpha_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    off = -SELU_SCALE * SELU_ALPHA
    keep = rng.random(x.shape) >= p
    m = np.where(keep, x, off); a = 1 / (m.std() + 1e-12)
    b = -a * m.mean()
    y = (a * np.where(keep, x, off) + b).astype(x.dtype)
    slope = (a * keep).astype(x.dtype)
    return y, slope
