# Multiplies the weights of least squares by 1-p, which is right for orthogonal columns.
# ridge_equivalent-minimum: fail "The weights of least squares are shrunk by 1-p, whatever the data are"
# ridge_equivalent-edges: pass
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])
    return (1 - p) * (np.linalg.pinv(X) @ y)
