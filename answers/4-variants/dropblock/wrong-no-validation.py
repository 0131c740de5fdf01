# Refuses p only where gamma is no probability.
# dropblock-squares: pass
# dropblock-gamma: pass
# dropblock-coins: pass
# dropblock-scale: pass
# dropblock-conventions: fail "A p outside [0, 1] is accepted."
def dropblock(x, p, block_size, training, rng):
    if not training:
        return x, np.ones_like(x)
    (N, C, H, W), b = x.shape, block_size
    rows, columns = H - b + 1, W - b + 1
    gamma = p / b**2 * H * W / (rows * columns)
    seeds = ~sample_keep_mask((N, C, rows, columns), gamma, rng)
    keep = np.ones(x.shape, dtype=bool)
    for i in range(b):
        for j in range(b):
            keep[:, :, i : i + rows, j : j + columns] &= ~seeds
    mask = keep.astype(x.dtype) * float(keep.size / keep.sum() if keep.any() else 0.0)
    return x * mask, mask
