# Divides by zero at p = 1.
# spatial_dropout-channels: pass
# spatial_dropout-coins: pass
# spatial_dropout-scale: pass
# spatial_dropout-conventions: fail "contains nan or infinity."
def spatial_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask((*x.shape[:2], 1, 1), p, rng)
    mask = keep.astype(x.dtype) / np.asarray(1 - p, x.dtype)
    return x * mask, mask
