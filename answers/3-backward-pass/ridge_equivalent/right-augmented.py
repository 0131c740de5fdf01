# Least squares on data with d rows more.
# ridge_equivalent-minimum: pass
# ridge_equivalent-edges: pass
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])

    extra = np.diag(np.sqrt(p / (1 - p) * (X**2).sum(axis=0)))
    A = np.vstack([X, extra])
    return np.linalg.lstsq(A, np.concatenate([y, np.zeros(X.shape[1])]), rcond=None)[0]
