# Drops exactly the share p of all weights.
# dropconnect_forward-sums: pass
# dropconnect_forward-coins: fail "The number of kept entries is fixed, instead of left to chance."
# dropconnect_forward-edges: pass
def dropconnect_forward(x, W, b, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    (n, d), k = x.shape, len(b)
    keep = np.arange(n * d * k) < round((1 - p) * n * d * k)
    keep_W = rng.permutation(keep).reshape(n, d, k)
    keep_b = sample_keep_mask((n, k), p, rng)
    return np.einsum("ni,nij->nj", x, keep_W * W) + keep_b * b, keep_W, keep_b
