# The diagonal of the Gram matrix is the sum of squares already, so it is divided by 1 - p.
# ridge_equivalent-minimum: pass
# ridge_equivalent-edges: pass
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    gram = X.T @ X
    if p == 1:
        return np.zeros(len(gram))
    gram[np.diag_indices_from(gram)] /= 1 - p
    return np.linalg.inv(gram) @ X.T @ y
