# Draws masks and measures.
# dropout_moments-mean: fail "The mean is only approximate"
# dropout_moments-variance: fail "The variance is only approximate"
# dropout_moments-edges: pass
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    rng = np.random.default_rng(0)
    masks = (rng.random((4000, *x.shape)) >= p) / (1 - p)
    y = x * masks
    return y.mean(axis=0), y.var(axis=0)
