# Never drops all channels of an example.
# spatial_dropout-channels: pass
# spatial_dropout-coins: fail "It never happens that a whole group of entries is dropped."
# spatial_dropout-scale: pass
# spatial_dropout-conventions: pass
def spatial_dropout(x, p, training, rng):
    n, c = x.shape[:2]
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    keep = rng.random((n, c, 1, 1)) >= p
    keep[~keep.any(axis=1)[:, 0, 0], 0] = True
    mask = (keep / (1 - p) if p < 1 else np.zeros(keep.shape)).astype(x.dtype)
    return x * mask, mask
