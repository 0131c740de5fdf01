# Builds the result with two loops over rows and columns, for matrices only.
# dropout_moments-mean: fail "dropout_moments raised IndexError."
# dropout_moments-variance: fail "dropout_moments raised IndexError."
# dropout_moments-edges: pass
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    variance = np.zeros_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            variance[i, j] = x[i, j] ** 2 * p / (1 - p)
    return x.copy(), variance
