# Returns all ones for z at inference.
# concrete_dropout-noise: pass
# concrete_dropout-coins: pass
# concrete_dropout-output: pass
# concrete_dropout-inference: fail "z at inference is not all zeros"
def concrete_dropout(x, p, temperature, training, rng):
    if not 0 < p < 1:
        raise ValueError("p must be in (0, 1)")
    if not training:
        return x, np.ones_like(x)
    u = rng.random(x.shape)
    z = 1 / (1 + np.exp(-(np.log(p / (1 - p)) + np.log(u / (1 - u))) / temperature))
    return x * (1 - z) / (1 - p), z
