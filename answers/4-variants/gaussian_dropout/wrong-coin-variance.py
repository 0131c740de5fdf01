# Uses the variance of an unscaled coin.
# gaussian_dropout-noise: fail "The variance p(1-p) is that of an unscaled coin."
# gaussian_dropout-mask: pass
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    mask = (rng.normal(1.0, (p * (1 - p)) ** 0.5, x.shape)).astype(x.dtype)
    return x * mask, mask
