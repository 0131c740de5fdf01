# Seeds a generator of its own.
# gaussian_dropout-noise: pass
# gaussian_dropout-mask: fail "Every call gives the same noise."
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    mask = (np.random.default_rng(7).normal(1.0, (p / (1 - p)) ** 0.5, x.shape)).astype(x.dtype)
    return x * mask, mask
