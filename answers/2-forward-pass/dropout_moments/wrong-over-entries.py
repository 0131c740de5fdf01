# Takes mean and variance over the entries of x.
# dropout_moments-mean: fail "The mean is taken over the entries of x"
# dropout_moments-variance: fail "The variance is taken over the entries of x"
# dropout_moments-edges: fail "p = 0 is not handled"
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    return np.full_like(x, x.mean()), np.full_like(x, x.var())
