# Divides a column of zeros by zero.
# max_norm-long: pass
# max_norm-short: pass
# max_norm-conventions: fail "contains nan"
def max_norm(W, c):
    lengths = np.linalg.norm(W, axis=0)
    return W / lengths * np.minimum(lengths, c)
