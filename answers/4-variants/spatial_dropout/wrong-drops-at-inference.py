# Drops at inference as well.
# spatial_dropout-channels: pass
# spatial_dropout-coins: pass
# spatial_dropout-scale: pass
# spatial_dropout-conventions: fail "inference."
def spatial_dropout(x, p, training, rng):
    keep = sample_keep_mask((*x.shape[:2], 1, 1), p, rng)
    mask = keep.astype(x.dtype) / (1 - p) if p < 1 else np.zeros((*x.shape[:2], 1, 1), x.dtype)
    return x * mask, mask
