# Bounds the largest singular value.
# max_norm-long: fail "The spectral norm of the whole matrix"
# max_norm-short: fail "Short columns are changed"
# max_norm-conventions: pass
def max_norm(W, c):
    lengths = np.linalg.norm(W, 2)
    return W * (c / np.maximum(lengths, c)).astype(W.dtype)
