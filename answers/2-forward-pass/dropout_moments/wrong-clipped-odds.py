# Limits p/(1 - p) to 99, so only p > 0.99 goes wrong.
# dropout_moments-mean: pass
# dropout_moments-variance: fail "The variance is wrong."
# dropout_moments-edges: pass
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    return x.copy(), x**2 * min(p / (1 - p), 99.0)
