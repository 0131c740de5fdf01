# Drops exactly the share p of all entries.
# alpha_dropout-values: pass
# alpha_dropout-slope: pass
# alpha_dropout-coins: fail "The number of kept entries is fixed, instead of left to chance."
# alpha_dropout-conventions: pass
def alpha_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    dropped = rng.choice(x.size, round(p * x.size), replace=False)
    keep = np.ones(x.size, dtype=bool)
    keep[dropped] = False
    keep = keep.reshape(x.shape)
    off = -SELU_SCALE * SELU_ALPHA
    a = ((1 - p) * (1 + p * off**2)) ** -0.5
    return a * np.where(keep, x, off) - a * p * off, a * keep.astype(x.dtype)
