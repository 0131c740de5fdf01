# Keeps the coins as floating-point numbers.
# dropconnect_forward-sums: pass
# dropconnect_forward-coins: pass
# dropconnect_forward-edges: pass
def dropconnect_forward(x, W, b, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    keep_W = rng.binomial(1, 1 - p, (len(x), *W.shape)).astype(float)
    keep_b = rng.binomial(1, 1 - p, (len(x), len(b))).astype(float)
    z = (x[:, None, :] @ (keep_W * W))[:, 0] + keep_b * b
    return z, keep_W, keep_b
