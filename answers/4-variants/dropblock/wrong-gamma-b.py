# Divides by b instead of b².
# dropblock-squares: pass
# dropblock-gamma: fail "gamma divides by b where it should divide by b²."
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
    gamma = p / b * H * W / (rows * columns)
    seeds = ~sample_keep_mask((N, C, rows, columns), min(gamma, 1.0), rng)
    keep = np.ones(x.shape, dtype=bool)
    for i in range(b):
        for j in range(b):
            keep[:, :, i : i + rows, j : j + columns] &= ~seeds
    mask = keep.astype(x.dtype) * float(keep.size / keep.sum() if keep.any() else 0.0)
    return x * mask, mask
