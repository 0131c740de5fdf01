# Throws coins everywhere and uses those where a square fits.
# dropblock-squares: pass
# dropblock-gamma: pass
# dropblock-coins: pass
# dropblock-scale: pass
# dropblock-conventions: pass
def dropblock(x, p, block_size, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    (N, C, H, W), b = x.shape, block_size
    rows, columns = H - b + 1, W - b + 1
    gamma = p / b**2 * H * W / (rows * columns)
    seeds = (rng.random(x.shape) < gamma)[:, :, b - 1 :, b - 1 :]
    keep = np.ones(x.shape, dtype=bool)
    for i in range(b):
        for j in range(b):
            keep[:, :, i : i + rows, j : j + columns] &= ~seeds
    mask = keep.astype(x.dtype) * float(keep.size / keep.sum() if keep.any() else 0.0)
    return x * mask, mask
