# Forgets the root.
# max_norm-long: fail "the root is missing"
# max_norm-short: fail "Short columns are changed"
# max_norm-conventions: pass
def max_norm(W, c):
    lengths = (W**2).sum(axis=0)
    return W * (c / np.maximum(lengths, c)).astype(W.dtype)
