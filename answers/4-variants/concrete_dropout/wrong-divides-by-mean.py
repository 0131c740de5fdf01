# Divides by the mean of what was kept.
# concrete_dropout-noise: pass
# concrete_dropout-coins: pass
# concrete_dropout-output: fail "The output is divided by the mean of 1-z"
# concrete_dropout-inference: pass
def concrete_dropout(x, p, temperature, training, rng):
    if not 0 < p < 1:
        raise ValueError("p must be in (0, 1)")
    if not training:
        return x, np.zeros_like(x)
    u = rng.random(x.shape)
    z = 1 / (1 + np.exp(-(np.log(p / (1 - p)) + np.log(u / (1 - u))) / temperature))
    return x * (1 - z) / (1 - z).mean(), z
