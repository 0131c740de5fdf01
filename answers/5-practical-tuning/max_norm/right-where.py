# Divides only where it has to.
# max_norm-long: pass
# max_norm-short: pass
# max_norm-conventions: pass
def max_norm(W, c):
    out = W.copy()
    lengths = np.sqrt((W.astype(np.float64) ** 2).sum(axis=0))
    long = lengths > c
    out[:, long] = W[:, long] / lengths[long].astype(W.dtype) * c
    return out
