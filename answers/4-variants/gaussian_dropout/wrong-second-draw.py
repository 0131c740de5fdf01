# Returns another draw than it used.
# gaussian_dropout-noise: pass
# gaussian_dropout-mask: fail "The mask that is returned is not the one that was used."
# gaussian_dropout-inference: pass
# gaussian_dropout-conventions: pass
def gaussian_dropout(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    def draw():
        return rng.normal(1.0, np.sqrt(p / (1 - p)), x.shape).astype(x.dtype)
    return x * draw(), draw()
