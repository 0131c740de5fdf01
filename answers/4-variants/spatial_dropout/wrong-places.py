# Throws (N, 1, H, W) coins.
# spatial_dropout-channels: fail "All channels of an example share one mask, with a coin for every place."
# spatial_dropout-coins: fail "Whole rows are kept or dropped."
# spatial_dropout-scale: pass
# spatial_dropout-conventions: pass
def spatial_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask((len(x), 1, *x.shape[2:]), p, rng)
    mask = np.zeros(x.shape, x.dtype) if p == 1 else np.ones_like(x) * keep / (1 - p)
    return x * mask, mask
