# Goes through examples and channels.
# spatial_dropout-channels: pass
# spatial_dropout-coins: pass
# spatial_dropout-scale: pass
# spatial_dropout-conventions: pass
def spatial_dropout(x, p, training, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    y, mask = x.copy(), np.ones((*x.shape[:2], 1, 1), x.dtype)
    if training:
        for n in range(x.shape[0]):
            for c in range(x.shape[1]):
                mask[n, c] = 0 if rng.random() < p else 1 / (1 - p)
                y[n, c] *= mask[n, c]
    return y, mask
