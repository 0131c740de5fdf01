# Adds the bias twice.
# dropconnect_forward-sums: fail "The bias is added twice."
# dropconnect_forward-coins: pass
# dropconnect_forward-edges: fail "p = 0 is not handled."
def dropconnect_forward(x, W, b, p, rng):
    (n, d), k = x.shape, W.shape[1]
    keep_W = sample_keep_mask((n, d, k), p, rng)
    keep_b = sample_keep_mask((n, k), p, rng)
    z = (x[:, :, None] * (keep_W * W)).sum(1) + keep_b * b + b * (p == 0) * 0 + keep_b * b
    return z, keep_W, keep_b
