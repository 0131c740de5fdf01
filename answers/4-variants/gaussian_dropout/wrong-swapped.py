# Swaps drop and keep.
# gaussian_dropout-noise: fail "Drop and keep are swapped in the variance."
# gaussian_dropout-mask: pass
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    mask = (rng.normal(1.0, ((1 - p) / p) ** 0.5 if p else 0.0, x.shape)).astype(x.dtype)
    return x * mask, mask
