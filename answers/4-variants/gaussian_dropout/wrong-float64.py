# Returns float64 whatever x is.
# gaussian_dropout-noise: pass
# gaussian_dropout-mask: pass
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: fail "gaussian_dropout changes the dtype."
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    mask = rng.normal(1.0, np.sqrt(p / (1 - p)), x.shape)
    return x * mask, mask
