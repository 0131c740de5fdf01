# Adds p instead of its logit.
# concrete_dropout-noise: fail "p stands in the formula without its logit"
# concrete_dropout-coins: pass
# concrete_dropout-output: pass
# concrete_dropout-inference: pass
def concrete_dropout(x, p, temperature, training, rng):
    if not 0 < p < 1:
        raise ValueError("p must be in (0, 1)")
    if not training:
        return x, np.zeros_like(x)
    u = rng.random(x.shape)
    z = 1 / (1 + np.exp(-(p + np.log(u / (1 - u))) / temperature))
    return x * (1 - z) / (1 - p), z
