# Swaps drop and keep.
# ridge_equivalent-minimum: fail "Drop and keep are swapped in the penalty"
# ridge_equivalent-edges: pass
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])
    odds = p / (1 - p)
    squares = (X**2).sum(axis=0)
    return np.linalg.pinv(X.T @ X + np.diag(squares / odds if p > 0 else 0 * squares)) @ X.T @ y
