# Convolves the seeds with a square, by Fourier transforms.
# dropblock-squares: pass
# dropblock-gamma: pass
# dropblock-coins: pass
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
    seeds = rng.random((N, C, rows, cols)) < gamma
    dropped = np.zeros(x.shape, bool)
    m = np.zeros(x.shape); m[:, :, :rows, :cols] = seeds
    k = np.zeros((H, W)); k[:b, :b] = 1
    dropped = np.fft.ifft2(np.fft.fft2(m) * np.fft.fft2(k)).real > 0.5
    keep = ~dropped
    kept = int(keep.sum())
    mask = keep.astype(x.dtype) * (keep.size / kept if kept else 0.0)
    return x * mask, mask
