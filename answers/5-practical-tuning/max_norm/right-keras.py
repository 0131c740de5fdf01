# Has an epsilon of 1e-7 beside the length, as Keras does.
# max_norm-long: pass
# max_norm-short: pass
# max_norm-conventions: pass
def max_norm(W, c):
    norms = np.sqrt(np.sum(np.square(W), axis=0, keepdims=True))
    return (W * (np.clip(norms, 0, c) / (1e-7 + norms))).astype(W.dtype)
