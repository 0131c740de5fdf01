# Seeds a generator of its own.
# spatial_dropout-channels: pass
# spatial_dropout-coins: fail "Every call gives the same mask."
# spatial_dropout-scale: pass
# spatial_dropout-conventions: pass
def spatial_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask((*x.shape[:2], 1, 1), p, np.random.default_rng(3))
    mask = keep.astype(x.dtype) / (1 - p) if p < 1 else np.zeros((*x.shape[:2], 1, 1), x.dtype)
    return x * mask, mask
