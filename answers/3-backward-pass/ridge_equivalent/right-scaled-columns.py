# Plain ridge on columns of length 1, scaled back.
# ridge_equivalent-minimum: pass
# ridge_equivalent-edges: pass
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])

    lengths = np.linalg.norm(X, axis=0)
    Z = X / lengths
    return np.linalg.solve(Z.T @ Z + p / (1 - p) * np.eye(X.shape[1]), Z.T @ y) / lengths
