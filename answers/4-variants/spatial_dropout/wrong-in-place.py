# Multiplies x in place.
# spatial_dropout-channels: pass
# spatial_dropout-coins: pass
# spatial_dropout-scale: pass
# spatial_dropout-conventions: fail "spatial_dropout changes its input."
def spatial_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask((*x.shape[:2], 1, 1), p, rng)
    x *= keep / max(1 - p, 1e-12)
    return x, keep.astype(x.dtype) / max(1 - p, 1e-12)
