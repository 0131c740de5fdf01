# Accepts any p.
# concrete_dropout-noise: pass
# concrete_dropout-coins: pass
# concrete_dropout-output: pass
# concrete_dropout-inference: fail "p = 0 is not refused with ValueError."
def concrete_dropout(x, p, temperature, training, rng):
    if not training:
        return x, np.zeros_like(x)
    u = rng.random(x.shape)
    z = 1 / (1 + np.exp(-(np.log(abs(p) / abs(1 - p)) + np.log(u / (1 - u))) / temperature))
    return x * (1 - z) / (1 - p), z
