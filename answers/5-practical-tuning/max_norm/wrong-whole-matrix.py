# Bounds the length of the whole matrix.
# max_norm-long: fail "The length of the whole matrix is bounded"
# max_norm-short: fail "Short columns are changed"
# max_norm-conventions: pass
def max_norm(W, c):
    lengths = np.linalg.norm(W)
    return W * (c / np.maximum(lengths, c)).astype(W.dtype)
