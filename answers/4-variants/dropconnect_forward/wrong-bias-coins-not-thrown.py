# Never drops the bias, and says so.
# dropconnect_forward-sums: pass
# dropconnect_forward-coins: fail "Nothing is dropped."
# dropconnect_forward-edges: fail "p = 1 is not handled."
def dropconnect_forward(x, W, b, p, rng):
    keep_W = sample_keep_mask((len(x), *W.shape), p, rng)
    keep_b = np.ones((len(x), len(b)), dtype=bool)
    return np.einsum("ni,nij->nj", x, keep_W * W) + b, keep_W, keep_b
