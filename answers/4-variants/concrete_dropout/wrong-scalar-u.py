# Draws one number for the whole tensor.
# concrete_dropout-noise: fail "One uniform number serves all entries"
# concrete_dropout-coins: fail "One coin decides for the whole array"
# concrete_dropout-output: pass
# concrete_dropout-inference: pass
def concrete_dropout(x, p, temperature, training, rng):
    if not 0 < p < 1:
        raise ValueError("p must be in (0, 1)")
    if not training:
        return x, np.zeros_like(x)
    u = rng.random()
    z = 1 / (1 + np.exp(-(np.log(p / (1 - p)) + np.log(u / (1 - u))) / temperature)) * np.ones_like(x)
    return x * (1 - z) / (1 - p), z
