# Multiplies by 1/(1-p), the second moment of the mask.
# ridge_equivalent-minimum: fail "The penalty is multiplied by 1/(1-p), not by p/(1-p)"
# ridge_equivalent-edges: pass
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])
    odds = p / (1 - p)
    squares = (X**2).sum(axis=0)
    return np.linalg.pinv(X.T @ X + np.diag(squares / (1 - p) if p > 0 else 0 * squares)) @ X.T @ y
