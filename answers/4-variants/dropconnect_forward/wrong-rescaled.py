# Rescales by 1/(1-p).
# dropconnect_forward-sums: fail "z is rescaled by 1/(1-p); DropConnect does not."
# dropconnect_forward-coins: pass
# dropconnect_forward-edges: pass
def dropconnect_forward(x, W, b, p, rng):
    keep_W = sample_keep_mask((len(x), *W.shape), p, rng)
    keep_b = sample_keep_mask((len(x), len(b)), p, rng)

    z = np.einsum("ni,nij->nj", x, keep_W * W) + keep_b * b
    return z / (1 - p) if p < 1 else z, keep_W, keep_b
