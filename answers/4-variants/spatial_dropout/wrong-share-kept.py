# Divides by the share of channels that were kept.
# spatial_dropout-channels: pass
# spatial_dropout-coins: pass
# spatial_dropout-scale: fail "Kept entries are divided by the share that happened to be kept, not by 1-p."
# spatial_dropout-conventions: pass
def spatial_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask((*x.shape[:2], 1, 1), p, rng)
    mask = keep.astype(x.dtype) / max(float(keep.mean()), 1e-12)
    return x * mask, mask
