# Takes the mean of the squares instead of the sum.
# ridge_equivalent-minimum: fail "The penalty takes the mean of the squares, and the loss the sum"
# ridge_equivalent-edges: pass
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])
    odds = p / (1 - p)
    squares = (X**2).sum(axis=0)
    return np.linalg.pinv(X.T @ X + np.diag(odds * squares / len(y))) @ X.T @ y
