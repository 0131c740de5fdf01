# Adds the noise.
# gaussian_dropout-noise: fail "The noise is added to x, where it should multiply x."
# gaussian_dropout-mask: fail "The mask that is returned is not the one that was used."
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    noise = rng.normal(0.0, (p / (1 - p)) ** 0.5, x.shape).astype(x.dtype)
    return x + noise, 1 + noise
