# Accepts any p.
# ridge_equivalent-minimum: pass
# ridge_equivalent-edges: fail "A p outside [0, 1] is accepted"
def ridge_equivalent(X, y, p):
    if p == 1:
        return np.zeros(X.shape[1])
    penalty = p / (1 - p) * (X**2).sum(axis=0)
    return np.linalg.solve(X.T @ X + np.diag(penalty), X.T @ y)
