# Flattens in memory order and reshapes in C order, so the variance of a transposed x is permuted.
# dropout_moments-mean: pass
# dropout_moments-variance: fail "The variance is wrong."
# dropout_moments-edges: pass
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    flat = x.ravel(order="K")
    return x.copy(), (flat**2 * p / (1 - p)).reshape(x.shape)
