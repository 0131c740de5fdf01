# Draws transposed, and refuses a wrong p at inference as well.
# gaussian_dropout-noise: pass
# gaussian_dropout-mask: pass
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    noise = rng.standard_normal(x.shape[::-1]).T * np.sqrt(p / (1 - p)) if training else np.zeros(x.shape)
    mask = (1.0 + noise).astype(x.dtype)
    return np.multiply(mask, x), mask
