# Goes from channel to channel.
# spatial_dropout-channels: pass
# spatial_dropout-coins: pass
# spatial_dropout-scale: pass
# spatial_dropout-conventions: pass
def spatial_dropout(x, p, training, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    y, mask = x.copy(), np.ones((*x.shape[:2], 1, 1), x.dtype)
    if training:
        for c in range(x.shape[1]):
            coins = rng.random(x.shape[0]) < 1 - p
            mask[coins, c], mask[~coins, c] = 1 / max(1 - p, 1e-9), 0
            y[:, c] *= mask[:, c]
    return y, mask
