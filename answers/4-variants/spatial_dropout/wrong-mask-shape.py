# Returns the mask as (N, C).
# spatial_dropout-channels: fail "The mask has the wrong shape."
# spatial_dropout-coins: fail "The mask has the wrong shape."
# spatial_dropout-scale: fail "The mask has the wrong shape."
# spatial_dropout-conventions: fail "The mask has the wrong shape."
def spatial_dropout(x, p, training, rng):
    if not training:
        return x, np.ones(x.shape[:2])
    keep = sample_keep_mask(x.shape[:2], p, rng)
    mask = keep.astype(x.dtype) / (1 - p) if p < 1 else np.zeros(x.shape[:2], x.dtype)
    return x * mask[:, :, None, None], mask
