# Leaves out the factor 1/(1-p).
# gaussian_dropout-noise: fail "The variance is p; the factor 1/(1-p) is missing."
# gaussian_dropout-mask: pass
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    mask = (rng.normal(1.0, p**0.5, x.shape)).astype(x.dtype)
    return x * mask, mask
