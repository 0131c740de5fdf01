# Gives the standard deviation.
# dropout_moments-mean: pass
# dropout_moments-variance: fail "This is the standard deviation"
# dropout_moments-edges: pass
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    return x.copy(), np.abs(x) * np.sqrt(p / (1 - p))
