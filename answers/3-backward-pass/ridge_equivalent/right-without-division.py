# Multiplies the system by 1-p, so that p = 1 needs no case.
# ridge_equivalent-minimum: pass
# ridge_equivalent-edges: pass
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    gram = X.T @ X
    return np.linalg.solve((1 - p) * gram + p * np.diag(np.diag(gram)), (1 - p) * (X.T @ y))
