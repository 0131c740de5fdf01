# Makes normal numbers from uniform ones (Box and Muller 1958).
# gaussian_dropout-noise: pass
# gaussian_dropout-mask: pass
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    mask = (1 + np.sqrt(p / (1 - p)) * np.sqrt(-2 * np.log(1 - rng.random(x.shape))) * np.cos(2 * np.pi * rng.random(x.shape))).astype(x.dtype)
    return x * mask, mask
