# Applies the relu already.
# dropconnect_forward-sums: fail "The relu is applied already; z comes before it."
# dropconnect_forward-coins: pass
# dropconnect_forward-edges: fail "p = 0 is not handled."
def dropconnect_forward(x, W, b, p, rng):
    keep_W = sample_keep_mask((len(x), *W.shape), p, rng)
    keep_b = sample_keep_mask((len(x), len(b)), p, rng)

    return relu(np.einsum("ni,nij->nj", x, keep_W * W) + keep_b * b), keep_W, keep_b
