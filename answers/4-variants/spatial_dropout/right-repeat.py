# Draws (N, C) coins by a binomial and repeats them.
# spatial_dropout-channels: pass
# spatial_dropout-coins: pass
# spatial_dropout-scale: pass
# spatial_dropout-conventions: pass
def spatial_dropout(x, p, training, rng):
    if not training:
        return x.copy(), np.ones((*x.shape[:2], 1, 1), x.dtype)
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    keep = rng.binomial(1, 1 - p, x.shape[:2])
    mask = (keep / max(1 - p, 1e-12)).astype(x.dtype)[:, :, None, None]
    return (x.reshape(*x.shape[:2], -1) * mask[..., 0]).reshape(x.shape), mask
