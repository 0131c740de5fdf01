# Centres the columns in place first.
# ridge_equivalent-minimum: fail "These weights do not have the smallest expected loss"
# ridge_equivalent-edges: fail "p = 0 is not handled"
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])

    X -= X.mean(axis=0)
    return np.linalg.pinv(X.T @ X + np.diag(p / (1 - p) * (X**2).sum(axis=0))) @ X.T @ y
