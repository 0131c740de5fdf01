# Shortens the rows.
# max_norm-long: fail "Rows are shortened instead of columns"
# max_norm-short: fail "Short columns are changed"
# max_norm-conventions: pass
def max_norm(W, c):
    lengths = np.linalg.norm(W, axis=1, keepdims=True)
    return W * (c / np.maximum(lengths, c)).astype(W.dtype)
