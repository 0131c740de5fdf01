# Goes through the examples one by one.
# dropconnect_forward-sums: pass
# dropconnect_forward-coins: pass
# dropconnect_forward-edges: pass
def dropconnect_forward(x, W, b, p, rng):
    keep_W, keep_b, z = [], [], []
    for row in x:
        keep_W.append(sample_keep_mask(W.shape, p, rng))
        keep_b.append(sample_keep_mask(b.shape, p, rng))
        z.append(row @ np.where(keep_W[-1], W, 0) + np.where(keep_b[-1], b, 0))
    return np.array(z), np.array(keep_W), np.array(keep_b)
