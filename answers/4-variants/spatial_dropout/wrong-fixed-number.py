# Drops exactly the share p of all channels.
# spatial_dropout-channels: pass
# spatial_dropout-coins: fail "The number of kept entries is fixed, instead of left to chance."
# spatial_dropout-scale: pass
# spatial_dropout-conventions: pass
def spatial_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    n = x.shape[0] * x.shape[1]
    keep = rng.permutation(np.arange(n) < round((1 - p) * n)).reshape(*x.shape[:2], 1, 1)
    mask = keep.astype(x.dtype) / (1 - p) if p < 1 else np.zeros(keep.shape, x.dtype)
    return x * mask, mask
