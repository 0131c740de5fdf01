# Uses every number twice, with both signs.
# gaussian_dropout-noise: fail "The mean of the noise is made to be 1, instead of left to chance."
# gaussian_dropout-mask: fail "Entries of the noise depend on each other."
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    sd = (p / (1 - p)) ** 0.5
    half = rng.normal(0, sd, ((x.size + 1) // 2,))
    mask = (1 + np.stack([half, -half], 1).reshape(-1)[: x.size]).reshape(x.shape).astype(x.dtype)
    return x * mask, mask
