# Draws in single precision.
# gaussian_dropout-noise: pass
# gaussian_dropout-mask: pass
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    mask = (1 + np.float32((p / (1 - p)) ** 0.5) * rng.standard_normal(x.shape, dtype=np.float32)).astype(x.dtype)
    return x * mask, mask
