# Forgets that the noise has mean 1.
# gaussian_dropout-noise: fail "The noise has mean 0, not 1."
# gaussian_dropout-mask: pass
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    mask = (rng.normal(0.0, (p / (1 - p)) ** 0.5, x.shape) if p else np.ones(x.shape)).astype(x.dtype)
    return x * mask, mask
