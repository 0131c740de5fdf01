# Draws a single number.
# gaussian_dropout-noise: fail "One random number serves the whole array."
# gaussian_dropout-mask: fail "One random number serves the whole array."
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    mask = (np.full(x.shape, rng.normal(1.0, (p / (1 - p)) ** 0.5))).astype(x.dtype)
    return x * mask, mask
