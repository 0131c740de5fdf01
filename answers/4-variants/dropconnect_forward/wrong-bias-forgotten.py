# Leaves out the bias.
# dropconnect_forward-sums: fail "The bias is missing in z."
# dropconnect_forward-coins: pass
# dropconnect_forward-edges: fail "p = 0 is not handled."
def dropconnect_forward(x, W, b, p, rng):
    keep_W = sample_keep_mask((len(x), *W.shape), p, rng)
    keep_b = sample_keep_mask((len(x), len(b)), p, rng)

    return np.einsum("ni,nij->nj", x, keep_W * W), keep_W, keep_b
