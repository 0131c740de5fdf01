# Returns the variance first.
# dropout_moments-mean: fail "Mean and variance are returned in the wrong order."
# dropout_moments-variance: fail "mean and variance are returned in the wrong order."
# dropout_moments-edges: fail "p = 0 is not handled."
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    return x**2 * p / (1 - p), x.copy()
