# Writes into b.
# dropconnect_forward-sums: fail "The bias is added twice."
# dropconnect_forward-coins: pass
# dropconnect_forward-edges: fail "dropconnect_forward changes its input."
def dropconnect_forward(x, W, b, p, rng):
    (n, d), k = x.shape, W.shape[1]
    keep_W = sample_keep_mask((n, d, k), p, rng)
    keep_b = sample_keep_mask((n, k), p, rng)
    b *= 2
    z = (x[:, :, None] * (keep_W * W)).sum(1) + keep_b * b
    return z, keep_W, keep_b
