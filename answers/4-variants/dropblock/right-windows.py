# Asks of every entry whether a seed lies up to b - 1 to the upper left.
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
    padded = np.pad(seeds, ((0, 0), (0, 0), (b - 1, b - 1), (b - 1, b - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (b, b), axis=(2, 3))
    keep = ~windows.any(axis=(4, 5))
    mask = keep.astype(x.dtype) * float(keep.size / keep.sum() if keep.any() else 0.0)
    return x * mask, mask
