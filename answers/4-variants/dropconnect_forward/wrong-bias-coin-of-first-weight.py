# Drops a bias with the first weight of its unit.
# dropconnect_forward-sums: pass
# dropconnect_forward-coins: fail "A bias shares its coin with a weight."
# dropconnect_forward-edges: pass
def dropconnect_forward(x, W, b, p, rng):
    keep_W = sample_keep_mask((len(x), *W.shape), p, rng)
    keep_b = keep_W[:, 0]
    return np.einsum("ni,nij->nj", x, keep_W * W) + keep_b * b, keep_W, keep_b
