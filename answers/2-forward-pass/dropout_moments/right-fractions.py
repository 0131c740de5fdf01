# Computes the odds with exact fractions.
# dropout_moments-mean: pass
# dropout_moments-variance: pass
# dropout_moments-edges: pass
from fractions import Fraction


def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(x.shape, x.dtype), np.zeros(x.shape, x.dtype)
    odds = float(Fraction(p) / (1 - Fraction(p)))
    return np.array(x), np.multiply(x * x, odds)
