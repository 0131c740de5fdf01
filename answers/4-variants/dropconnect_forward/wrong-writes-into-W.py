# Zeroes the dropped weights in W itself.
# dropconnect_forward-sums: pass
# dropconnect_forward-coins: pass
# dropconnect_forward-edges: fail "dropconnect_forward changes its input."
def dropconnect_forward(x, W, b, p, rng):
    keep_W = sample_keep_mask((len(x), *W.shape), p, rng)
    keep_b = sample_keep_mask((len(x), len(b)), p, rng)
    z = np.einsum("ni,nij->nj", x, keep_W * W) + keep_b * b
    W *= keep_W[-1]
    return z, keep_W, keep_b
