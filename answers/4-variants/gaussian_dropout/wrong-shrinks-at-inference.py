# Shrinks at inference, as vanilla dropout does.
# gaussian_dropout-noise: pass
# gaussian_dropout-mask: pass
# gaussian_dropout-inference: fail "The output is multiplied by 1-p at inference."
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x * (1 - p), np.full_like(x, 1 - p)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    mask = rng.normal(1.0, np.sqrt(p / (1 - p)), x.shape).astype(x.dtype)
    return x * mask, mask
