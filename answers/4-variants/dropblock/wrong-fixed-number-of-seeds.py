# Starts exactly the share gamma of all squares.
# dropblock-squares: pass
# dropblock-gamma: pass
# dropblock-coins: fail "The number of kept entries is fixed, instead of left to chance."
# dropblock-scale: pass
# dropblock-conventions: pass
def dropblock(x, p, block_size, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    (N, C, H, W), b = x.shape, block_size
    rows, cols = H - b + 1, W - b + 1
    gamma = min(p / b**2 * H * W / (rows * cols), 1.0)
    n = N * C * rows * cols
    seeds = rng.permutation(np.arange(n) < round(gamma * n)).reshape(N, C, rows, cols)
    dropped = np.zeros(x.shape, bool)
    for i in range(b):
        for j in range(b):
            dropped[:, :, i : i + rows, j : j + cols] |= seeds
    keep = ~dropped
    kept = int(keep.sum())
    mask = keep.astype(x.dtype) * (keep.size / kept if kept else 0.0)
    return x * mask, mask
