# Draws one row of noise for all examples.
# gaussian_dropout-noise: fail "All examples of the batch share one random number."
# gaussian_dropout-mask: fail "All examples of the batch share one random number."
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    mask = (np.ones(x.shape) * rng.normal(1.0, (p / (1 - p)) ** 0.5, x.shape[-1:])).astype(x.dtype)
    return x * mask, mask
