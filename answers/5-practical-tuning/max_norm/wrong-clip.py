# Clips the entries.
# max_norm-long: fail "Entries are clipped one by one"
# max_norm-short: pass
# max_norm-conventions: pass
def max_norm(W, c):
    return np.clip(W, -c, c)
