# Computes in float64 and stays there.
# max_norm-long: pass
# max_norm-short: pass
# max_norm-conventions: fail "max_norm changes the dtype"
def max_norm(W, c):
    W = W.astype(np.float64)
    return W * (c / np.maximum(np.linalg.norm(W, axis=0), c))
