# Draws one number for each map of (N, C, H, W).
# gaussian_dropout-noise: pass
# gaussian_dropout-mask: fail "All units of an example share one random number."
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    sd = (p / (1 - p)) ** 0.5
    mask = np.broadcast_to(rng.normal(1, sd, x.shape[:2] + (1,) * (x.ndim - 2)), x.shape).astype(x.dtype)
    return x * mask, mask
