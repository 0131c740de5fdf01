# Takes the last axis for the channels.
# spatial_dropout-channels: fail "Whole rows or columns of the image are dropped in all channels."
# spatial_dropout-coins: fail "Whole rows are kept or dropped."
# spatial_dropout-scale: pass
# spatial_dropout-conventions: pass
def spatial_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask((len(x), 1, 1, x.shape[3]), p, rng)
    mask = np.zeros(x.shape, x.dtype) if p == 1 else np.ones_like(x) * keep / (1 - p)
    return x * mask, mask
