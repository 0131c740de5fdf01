# Drops the seeds alone.
# dropblock-squares: fail "What is dropped is not made of squares."
# dropblock-gamma: fail "A place is not dropped as often as gamma makes it."
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
    gamma = min(p / b**2 * H * W / (rows * columns), 1.0)
    seeds = ~sample_keep_mask((N, C, rows, columns), gamma, rng)
    keep = np.ones(x.shape, dtype=bool)
    keep[:, :, :rows, :columns] &= ~seeds
    mask = keep.astype(x.dtype) * float(keep.size / keep.sum() if keep.any() else 0.0)
    return x * mask, mask
