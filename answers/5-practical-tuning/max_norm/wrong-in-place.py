# Shortens in place.
# max_norm-long: pass
# max_norm-short: pass
# max_norm-conventions: fail "max_norm changes its input"
def max_norm(W, c):
    W *= (c / np.maximum(np.linalg.norm(W, axis=0), c)).astype(W.dtype)
    return W
