# Counts entries of x that are 0 as dropped.
# dropblock-squares: pass
# dropblock-gamma: pass
# dropblock-coins: pass
# dropblock-scale: fail "Kept entries are multiplied by the wrong factor."
# dropblock-conventions: fail "dropblock changes the dtype."
def dropblock(x, p, block_size, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    (N, C, H, W), b = x.shape, block_size
    rows, cols = H - b + 1, W - b + 1
    gamma = min(p / b**2 * H * W / (rows * cols), 1.0)
    seeds = rng.random((N, C, rows, cols)) < gamma
    dropped = np.zeros(x.shape, bool)
    for i in range(b):
        for j in range(b):
            dropped[:, :, i : i + rows, j : j + cols] |= seeds
    keep = ~dropped
    kept = int(keep.sum())
    mask = keep.astype(x.dtype) * (x.size / max(np.count_nonzero(x * keep), 1) if kept else 0.0)
    return x * mask, mask
