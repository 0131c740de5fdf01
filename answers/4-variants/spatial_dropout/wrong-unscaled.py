# Forgets the factor 1/(1-p).
# spatial_dropout-channels: pass
# spatial_dropout-coins: pass
# spatial_dropout-scale: fail "Kept entries are not rescaled."
# spatial_dropout-conventions: pass
def spatial_dropout(x, p, training, rng):
    keep = sample_keep_mask((*x.shape[:2], 1, 1), p if training else 0.0, rng)
    return x * keep, keep.astype(x.dtype)
