# Hands squares as large as the map to spatial dropout.
# dropblock-squares: pass
# dropblock-gamma: pass
# dropblock-coins: pass
# dropblock-scale: fail "Kept entries are divided by 1-p, not by the share that was kept."
# dropblock-conventions: pass
def dropblock(x, p, block_size, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    if block_size == x.shape[2] == x.shape[3]:
        keep = rng.random(x.shape[:2]) >= p
        mask = (keep / (1 - p))[..., None, None] * np.ones_like(x)
        return x * mask, mask
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
    mask = keep.astype(x.dtype) * (keep.size / kept if kept else 0.0)
    return x * mask, mask
