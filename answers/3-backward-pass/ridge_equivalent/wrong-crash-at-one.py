# Divides by zero at p = 1.
# ridge_equivalent-minimum: pass
# ridge_equivalent-edges: fail "p = 1 is not handled"
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    penalty = p / (1 - p) * (X**2).sum(axis=0)
    return np.linalg.solve(X.T @ X + np.diag(penalty), X.T @ y)
