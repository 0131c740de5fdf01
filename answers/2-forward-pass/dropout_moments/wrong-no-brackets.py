# No brackets around 1 - p.
# dropout_moments-mean: pass
# dropout_moments-variance: fail "brackets are missing around 1 - p."
# dropout_moments-edges: pass
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    return x.copy(), x**2 * p / 1 - p
