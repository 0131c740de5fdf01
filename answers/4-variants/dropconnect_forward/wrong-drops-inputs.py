# Drops activations and calls it DropConnect.
# dropconnect_forward-sums: pass
# dropconnect_forward-coins: fail "Not single weights but whole inputs are dropped: that is plain dropout of x."
# dropconnect_forward-edges: pass
def dropconnect_forward(x, W, b, p, rng):
    units = sample_keep_mask(x.shape, p, rng)
    keep_W = np.repeat(units[:, :, None], W.shape[1], axis=2)
    keep_b = sample_keep_mask((len(x), len(b)), p, rng)
    return (x * units) @ W + keep_b * b, keep_W, keep_b
