# Multiplies by p instead of p/(1-p).
# ridge_equivalent-minimum: fail "The penalty is multiplied by p, not by p/(1-p)"
# ridge_equivalent-edges: pass
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])
    odds = p / (1 - p)
    squares = (X**2).sum(axis=0)
    return np.linalg.pinv(X.T @ X + np.diag(p * squares)) @ X.T @ y
