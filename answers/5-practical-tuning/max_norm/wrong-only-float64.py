# Shortens float64 only.
# max_norm-long: pass
# max_norm-short: pass
# max_norm-conventions: fail "The result depends on the dtype of W"
def max_norm(W, c):
    if W.dtype == np.float32:
        return W.copy()
    l = np.linalg.norm(W, axis=0)
    return W * (c / np.maximum(l, c))
