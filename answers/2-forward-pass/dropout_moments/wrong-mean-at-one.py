# Says that the mean at p = 1 is x.
# dropout_moments-mean: pass
# dropout_moments-variance: pass
# dropout_moments-edges: fail "p = 1 is not handled"
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return x.copy(), np.zeros_like(x)
    return x.copy(), x**2 * p / (1 - p)
