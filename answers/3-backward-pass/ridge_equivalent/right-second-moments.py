# From the means of the masked data's products.
# ridge_equivalent-minimum: pass
# ridge_equivalent-edges: pass
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])

    second = (X.T @ X) * (1 + (1 / (1 - p) - 1) * np.eye(X.shape[1]))
    return np.linalg.inv(second) @ (X.T @ y)
