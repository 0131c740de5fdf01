# Takes the sum of absolute values for the length.
# max_norm-long: fail "sum of absolute values"
# max_norm-short: fail "Short columns are changed"
# max_norm-conventions: pass
def max_norm(W, c):
    lengths = np.linalg.norm(W, ord=1, axis=0)
    return W * (c / np.maximum(lengths, c)).astype(W.dtype)
