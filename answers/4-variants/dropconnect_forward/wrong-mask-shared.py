# Throws one mask of weights for the whole batch.
# dropconnect_forward-sums: pass
# dropconnect_forward-coins: fail "All examples of the batch share one mask of weights."
# dropconnect_forward-edges: pass
def dropconnect_forward(x, W, b, p, rng):
    keep_W = sample_keep_mask(W.shape, p, rng)
    keep_b = sample_keep_mask((len(x), len(b)), p, rng)
    return x @ (keep_W * W) + keep_b * b, np.repeat(keep_W[None], len(x), axis=0), keep_b
