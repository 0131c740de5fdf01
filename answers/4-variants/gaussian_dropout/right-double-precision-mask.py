# Casts the output and not the mask.
# gaussian_dropout-noise: pass
# gaussian_dropout-mask: pass
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    sd = (p / (1 - p)) ** 0.5
    mask = rng.normal(1, sd, x.shape)
    return (x * mask).astype(x.dtype), mask
