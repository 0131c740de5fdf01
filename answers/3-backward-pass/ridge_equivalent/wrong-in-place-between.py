# Scales the columns of X in place, but not at the edges, which return before.
# ridge_equivalent-minimum: pass
# ridge_equivalent-edges: fail "ridge_equivalent changes its input."
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 0:
        return np.linalg.lstsq(X, y, rcond=None)[0]
    if p == 1:
        return np.zeros(X.shape[1])
    norms = np.linalg.norm(X, axis=0)
    X /= norms
    return np.linalg.solve(X.T @ X + p / (1 - p) * np.eye(X.shape[1]), X.T @ y) / norms
