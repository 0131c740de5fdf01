# Shortens to length 1 whatever c is.
# max_norm-long: fail "Columns get length 1 instead of c"
# max_norm-short: pass
# max_norm-conventions: pass
def max_norm(W, c):
    lengths = np.linalg.norm(W, axis=0)
    return np.where(lengths > c, W / np.where(lengths > 0, lengths, 1).astype(W.dtype), W)
