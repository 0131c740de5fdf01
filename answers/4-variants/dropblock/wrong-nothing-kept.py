# Divides by zero if nothing is kept.
# dropblock-squares: pass
# dropblock-gamma: pass
# dropblock-coins: pass
# dropblock-scale: pass
# dropblock-conventions: fail "contains nan or infinity."
def dropblock(x, p, block_size, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    (N, C, H, W), b = x.shape, block_size
    rows, columns = H - b + 1, W - b + 1
    gamma = min(p / b**2 * H * W / (rows * columns), 1.0)
    seeds = ~sample_keep_mask((N, C, rows, columns), gamma, rng)
    keep = np.ones(x.shape, dtype=bool)
    for i in range(b):
        for j in range(b):
            keep[:, :, i : i + rows, j : j + columns] &= ~seeds
    mask = keep.astype(x.dtype) * (keep.size / np.float64(keep.sum()))
    mask = mask.astype(x.dtype)
    return x * mask, mask
