# Gives the variance of the mask and forgets x.
# dropout_moments-mean: pass
# dropout_moments-variance: fail "This is the variance of the mask"
# dropout_moments-edges: pass
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    return x.copy(), np.full_like(x, p / (1 - p))
