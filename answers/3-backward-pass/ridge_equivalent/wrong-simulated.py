# Averages over many masks.
# ridge_equivalent-minimum: fail "The weights are only approximate; they can be had exactly"
# ridge_equivalent-edges: pass
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])

    if p == 0:
        return np.linalg.solve(X.T @ X, X.T @ y)
    rng = np.random.default_rng(0)
    gram = np.zeros((X.shape[1],) * 2)
    for _ in range(300):
        noisy, _ = dropout_forward(X, p, True, rng)
        gram += noisy.T @ noisy / 300
    return np.linalg.solve(gram, X.T @ y)
