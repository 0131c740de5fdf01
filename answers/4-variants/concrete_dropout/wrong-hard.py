# Rounds z.
# concrete_dropout-noise: fail "z is hard, 0 or 1: nothing can be differentiated"
# concrete_dropout-coins: pass
# concrete_dropout-output: pass
# concrete_dropout-inference: pass
def concrete_dropout(x, p, temperature, training, rng):
    if not 0 < p < 1:
        raise ValueError("p must be in (0, 1)")
    if not training:
        return x, np.zeros_like(x)
    u = rng.random(x.shape)
    z = (u > 1 - p) * 1.0
    return x * (1 - z) / (1 - p), z
