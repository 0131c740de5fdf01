# Has the sign of the right side wrong.
# ridge_equivalent-minimum: fail "The weights have the wrong sign"
# ridge_equivalent-edges: pass
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])
    odds = p / (1 - p)
    squares = (X**2).sum(axis=0)
    return -np.linalg.solve(X.T @ X + np.diag(odds * squares), X.T @ y) if p else np.linalg.solve(X.T @ X, X.T @ y)
