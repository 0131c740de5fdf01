# Computes the mask as output / x.
# gaussian_dropout-noise: pass
# gaussian_dropout-mask: fail "Entries that are 0 have no noise of their own."
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    y = x * rng.normal(1.0, np.sqrt(p / (1 - p)), x.shape).astype(x.dtype)
    return y, np.divide(y, x, out=np.ones_like(x), where=x != 0)
