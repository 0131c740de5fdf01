# Returns a column.
# ridge_equivalent-minimum: fail "The result of ridge_equivalent has the wrong shape"
# ridge_equivalent-edges: fail "The result of ridge_equivalent has the wrong shape"
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])
    odds = p / (1 - p)
    squares = (X**2).sum(axis=0)
    return np.linalg.solve(X.T @ X + np.diag(odds * squares), X.T @ y[:, None])
