# Accepts a p that is no probability.
# dropout_moments-mean: pass
# dropout_moments-variance: pass
# dropout_moments-edges: fail "A p outside [0, 1] is accepted"
def dropout_moments(x, p):
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    return x.copy(), x**2 * p / (1 - p)
