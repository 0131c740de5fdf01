# Looks at p only when x has an entry that is not zero.
# dropout_moments-mean: pass
# dropout_moments-variance: pass
# dropout_moments-edges: fail "A p outside [0, 1] is accepted."
def dropout_moments(x, p):
    if not x.any():
        return np.zeros_like(x), np.zeros_like(x)
    if not 0 <= p <= 1:
        raise ValueError("p")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    return x.copy(), x**2 * p / (1 - p)
