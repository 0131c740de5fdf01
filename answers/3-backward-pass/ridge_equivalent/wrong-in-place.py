# Scales the columns of X in place.
# ridge_equivalent-minimum: pass
# ridge_equivalent-edges: fail "ridge_equivalent changes its input"
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])

    lengths = np.linalg.norm(X, axis=0)
    X /= lengths
    return np.linalg.solve(X.T @ X + p / (1 - p) * np.eye(X.shape[1]), X.T @ y) / lengths
