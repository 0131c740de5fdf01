# Draws normal noise instead of logistic.
# concrete_dropout-noise: fail "z is not distributed as the formula says"
# concrete_dropout-coins: pass
# concrete_dropout-output: pass
# concrete_dropout-inference: pass
def concrete_dropout(x, p, temperature, training, rng):
    if not 0 < p < 1:
        raise ValueError("p must be in (0, 1)")
    if not training:
        return x, np.zeros_like(x)
    u = rng.normal(size=x.shape)
    z = 1 / (1 + np.exp(-(np.log(p / (1 - p)) + u) / temperature))
    return x * (1 - z) / (1 - p), z
