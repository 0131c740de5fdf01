# Swaps drop and keep.
# dropconnect_forward-sums: pass
# dropconnect_forward-coins: fail "Drop and keep are swapped: p is the probability of dropping."
# dropconnect_forward-edges: fail "p = 0 is not handled."
def dropconnect_forward(x, W, b, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    keep_W = rng.random((len(x), *W.shape)) < p
    keep_b = rng.random((len(x), len(b))) < p
    return np.einsum("ni,nij->nj", x, keep_W * W) + keep_b * b, keep_W, keep_b
