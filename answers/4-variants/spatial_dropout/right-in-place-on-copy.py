# Scales a copy, channel by channel.
# spatial_dropout-channels: pass
# spatial_dropout-coins: pass
# spatial_dropout-scale: pass
# spatial_dropout-conventions: pass
def spatial_dropout(x, p, training, rng):
    mask = np.ones_like(x)
    y = x.copy()
    if training:
        if p < 0 or p > 1:
            raise ValueError(p)
        for n, c in np.ndindex(*x.shape[:2]):
            f = 0.0 if rng.random() < p else 1 / (1 - p)
            y[n, c] *= f
            mask[n, c] = f
    return y, mask
