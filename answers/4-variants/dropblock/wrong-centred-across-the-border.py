# Centres squares on seeds anywhere, so that they stick out.
# dropblock-squares: fail "Squares stick out over the border of the map."
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
    seeds = ~sample_keep_mask((N, C, H, W), gamma, rng)
    keep = np.ones(x.shape, dtype=bool)
    for n, c, r, s in zip(*np.nonzero(seeds)):
        top, left = r - b // 2, s - b // 2
        keep[n, c, max(top, 0) : top + b, max(left, 0) : left + b] = False
    mask = keep.astype(x.dtype) * float(keep.size / keep.sum() if keep.any() else 0.0)
    return x * mask, mask
