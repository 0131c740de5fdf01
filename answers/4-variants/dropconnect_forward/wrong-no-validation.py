# Accepts every p.
# dropconnect_forward-sums: pass
# dropconnect_forward-coins: pass
# dropconnect_forward-edges: fail "A p outside [0, 1] is accepted."
def dropconnect_forward(x, W, b, p, rng):
    keep_W = rng.random((len(x), *W.shape)) >= p
    keep_b = rng.random((len(x), len(b))) >= p
    return np.einsum("ni,nij->nj", x, keep_W * W) + keep_b * b, keep_W, keep_b
