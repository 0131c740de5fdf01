# Counts the seeds above each entry by cumulative sums.
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
    seeds = ~sample_keep_mask((N, C, rows, columns), min(gamma, 1.0), rng)
    keep = np.ones(x.shape, dtype=bool)
    padded = np.zeros((N, C, H + b, W + b), dtype=int)
    padded[:, :, b : b + rows, b : b + columns] = seeds
    total = padded.cumsum(axis=2).cumsum(axis=3)
    counts = total[:, :, b:, b:] - total[:, :, :-b, b:] - total[:, :, b:, :-b] + total[:, :, :-b, :-b]
    keep = counts == 0
    mask = keep.astype(x.dtype) * float(keep.size / keep.sum() if keep.any() else 0.0)
    return x * mask, mask
