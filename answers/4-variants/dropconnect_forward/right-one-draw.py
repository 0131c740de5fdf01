# Throws the coins of weights and biases together.
# dropconnect_forward-sums: pass
# dropconnect_forward-coins: pass
# dropconnect_forward-edges: pass
def dropconnect_forward(x, W, b, p, rng):
    (n, d), k = x.shape, W.shape[1]
    coins = sample_keep_mask((n, d + 1, k), p, rng)
    keep_W = coins[:, :d]
    keep_b = coins[:, d]
    z = (x[:, :, None] * (keep_W * W)).sum(1) + keep_b * b
    return z, keep_W, keep_b
