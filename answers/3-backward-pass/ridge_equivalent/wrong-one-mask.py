# Solves for one mask.
# ridge_equivalent-minimum: fail "These weights do not have the smallest expected loss"
# ridge_equivalent-edges: pass
def ridge_equivalent(X, y, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(X.shape[1])

    noisy, _ = dropout_forward(X, p, True, np.random.default_rng(0))
    return np.linalg.pinv(noisy) @ y
