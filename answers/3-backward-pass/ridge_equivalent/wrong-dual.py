# Penalises the examples instead of the columns.
# ridge_equivalent-minimum: fail "These weights do not have the smallest expected loss"
# ridge_equivalent-edges: pass
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])

    odds = p / (1 - p)
    return X.T @ np.linalg.pinv(X @ X.T + odds * np.diag((X**2).sum(axis=1))) @ y
