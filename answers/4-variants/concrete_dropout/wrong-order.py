# Returns z before the output.
# concrete_dropout-noise: fail "z is returned before the output"
# concrete_dropout-coins: fail "z is returned before the output"
# concrete_dropout-output: fail "z is returned before the output"
# concrete_dropout-inference: fail "z is returned before the output"
def concrete_dropout(x, p, temperature, training, rng):
    if not 0 < p < 1:
        raise ValueError("p must be in (0, 1)")
    if not training:
        return x, np.zeros_like(x)
    u = rng.random(x.shape)
    z = 1 / (1 + np.exp(-(np.log(p / (1 - p)) + np.log(u / (1 - u))) / temperature))
    return z, x * (1 - z) / (1 - p)
