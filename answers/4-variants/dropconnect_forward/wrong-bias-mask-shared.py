# Throws one mask of biases for the whole batch.
# dropconnect_forward-sums: pass
# dropconnect_forward-coins: fail "All examples of the batch share one mask of biases."
# dropconnect_forward-edges: pass
def dropconnect_forward(x, W, b, p, rng):
    keep_W = sample_keep_mask((len(x), *W.shape), p, rng)
    keep_b = sample_keep_mask(b.shape, p, rng)
    z = np.einsum("ni,nij->nj", x, keep_W * W) + keep_b * b
    return z, keep_W, np.repeat(keep_b[None], len(x), axis=0)
