# Cuts negative noise off.
# gaussian_dropout-noise: fail "Mean and variance of the noise fit, but it is not normal."
# gaussian_dropout-mask: pass
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    mask = (np.maximum(rng.normal(1.0, (p / (1 - p)) ** 0.5, x.shape), 0)).astype(x.dtype)
    return x * mask, mask
