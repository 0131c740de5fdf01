# Keeps a bias if any weight of its unit is kept.
# dropconnect_forward-sums: pass
# dropconnect_forward-coins: fail "A bias shares its coin with a weight."
# dropconnect_forward-edges: pass
def dropconnect_forward(x, W, b, p, rng):
    (n, d), k = x.shape, W.shape[1]
    keep_W = sample_keep_mask((n, d, k), p, rng)
    keep_b = keep_W.any(axis=1)
    z = (x[:, :, None] * (keep_W * W)).sum(1) + keep_b * b
    return z, keep_W, keep_b
