# Works in place and returns nothing.
# max_norm-long: fail "The result of max_norm is None"
# max_norm-short: fail "The result of max_norm is None"
# max_norm-conventions: fail "The result of max_norm is None"
def max_norm(W, c):
    W *= c / np.maximum(np.linalg.norm(W, axis=0), c)
