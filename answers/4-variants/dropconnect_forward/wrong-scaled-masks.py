# Returns masks that carry 1/(1-p).
# dropconnect_forward-sums: fail "keep_W holds something else than True and False."
# dropconnect_forward-coins: fail "keep_W holds something else than True and False."
# dropconnect_forward-edges: fail "keep_W holds something else than True and False."
def dropconnect_forward(x, W, b, p, rng):
    keep_W = sample_keep_mask((len(x), *W.shape), p, rng)
    keep_b = sample_keep_mask((len(x), len(b)), p, rng)

    scale = 1 / (1 - p) if p < 1 else 0.0
    keep_W, keep_b = keep_W * scale, keep_b * scale
    return np.einsum("ni,nij->nj", x, keep_W * W) + keep_b * b, keep_W, keep_b
