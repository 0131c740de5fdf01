# Drops outputs and calls it DropConnect.
# dropconnect_forward-sums: pass
# dropconnect_forward-coins: fail "Not single weights but whole outputs are dropped: all weights into a unit."
# dropconnect_forward-edges: pass
def dropconnect_forward(x, W, b, p, rng):
    keep_b = sample_keep_mask((len(x), len(b)), p, rng)
    keep_W = np.repeat(keep_b[:, None, :], len(W), axis=1)
    return keep_b * (x @ W + b), keep_W, keep_b
