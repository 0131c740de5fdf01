# Draws the logistic noise directly.
# concrete_dropout-noise: pass
# concrete_dropout-coins: pass
# concrete_dropout-output: pass
# concrete_dropout-inference: pass
def concrete_dropout(x, p, temperature, training, rng):
    if not 0 < p < 1:
        raise ValueError("p must be in (0, 1)")
    if not training:
        return x, np.zeros_like(x)
    u = rng.logistic(size=x.shape)
    z = 0.5 + 0.5 * np.tanh((np.log(p) - np.log1p(-p) + u) / (2 * temperature))
    return x * (1 - z) / (1 - p), z
