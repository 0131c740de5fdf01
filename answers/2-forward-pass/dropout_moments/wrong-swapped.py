# Swaps drop and keep in the variance.
# dropout_moments-mean: pass
# dropout_moments-variance: fail "Drop and keep are swapped in the variance"
# dropout_moments-edges: pass
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    return x.copy(), x**2 * (1 - p) / p if p > 0 else 0 * x
