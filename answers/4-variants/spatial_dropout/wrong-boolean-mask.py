# Returns the coins instead of the mask.
# spatial_dropout-channels: pass
# spatial_dropout-coins: pass
# spatial_dropout-scale: fail "The mask is returned unscaled, as True and False."
# spatial_dropout-conventions: pass
def spatial_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask((*x.shape[:2], 1, 1), p, rng)
    return x * keep / max(1 - p, 1e-12), keep
