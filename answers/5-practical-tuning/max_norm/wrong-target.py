# Makes every column c long.
# max_norm-long: pass
# max_norm-short: fail "Short columns are stretched"
# max_norm-conventions: pass
def max_norm(W, c):
    lengths = np.linalg.norm(W, axis=0)
    return W * (c / np.where(lengths > 0, lengths, 1)).astype(W.dtype)
