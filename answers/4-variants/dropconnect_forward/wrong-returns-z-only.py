# Returns z alone.
# dropconnect_forward-sums: fail "dropconnect_forward does not return three things."
# dropconnect_forward-coins: fail "dropconnect_forward does not return three things."
# dropconnect_forward-edges: fail "dropconnect_forward does not return three things."
def dropconnect_forward(x, W, b, p, rng):
    keep_W = sample_keep_mask((len(x), *W.shape), p, rng)
    keep_b = sample_keep_mask((len(x), len(b)), p, rng)

    return np.einsum("ni,nij->nj", x, keep_W * W) + keep_b * b
