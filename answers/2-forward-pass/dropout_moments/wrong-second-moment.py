# Forgets to subtract the square of the mean.
# dropout_moments-mean: pass
# dropout_moments-variance: fail "This is the mean of the square"
# dropout_moments-edges: fail "p = 0 is not handled"
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    return x.copy(), x**2 / (1 - p)
