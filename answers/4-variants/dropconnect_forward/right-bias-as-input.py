# Treats the bias as the weight of an input that is always 1.
# dropconnect_forward-sums: pass
# dropconnect_forward-coins: pass
# dropconnect_forward-edges: pass
def dropconnect_forward(x, W, b, p, rng):
    inputs = np.column_stack([x, np.ones(len(x), x.dtype)])
    weights = np.vstack([W, b])
    keep = sample_keep_mask((len(x), *weights.shape), p, rng)
    return (inputs[:, :, None] * keep * weights).sum(axis=1), keep[:, :-1], keep[:, -1]
