# Squares x in place, but not at the edges, which return before.
# dropout_moments-mean: pass
# dropout_moments-variance: pass
# dropout_moments-edges: fail "dropout_moments changes its input."
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 0:
        return x.copy(), np.zeros_like(x)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    mean = x.copy()
    x *= x
    return mean, x * p / (1 - p)
