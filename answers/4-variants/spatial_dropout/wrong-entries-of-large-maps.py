# Drops single entries where maps have more than four rows.
# spatial_dropout-channels: fail "Single entries are dropped, not whole channels."
# spatial_dropout-coins: pass
# spatial_dropout-scale: pass
# spatial_dropout-conventions: pass
def spatial_dropout(x, p, training, rng):
    n, c = x.shape[:2]
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    keep = rng.random((n, c, 1, 1)) >= p
    if x.shape[2] > 4:
        keep = rng.random(x.shape) >= p
    mask = (keep / (1 - p) if p < 1 else np.zeros(keep.shape)).astype(x.dtype)
    return x * mask, mask
