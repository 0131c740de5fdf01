# Draws again for what it returns.
# dropconnect_forward-sums: fail "z is not the sum over the kept weights and biases."
# dropconnect_forward-coins: pass
# dropconnect_forward-edges: pass
def dropconnect_forward(x, W, b, p, rng):
    keep_W = sample_keep_mask((len(x), *W.shape), p, rng)
    keep_b = sample_keep_mask((len(x), len(b)), p, rng)

    z = np.einsum("ni,nij->nj", x, keep_W * W) + keep_b * b
    return z, sample_keep_mask(keep_W.shape, p, rng), keep_b
