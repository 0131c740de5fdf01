# Draws u for one row and shares it.
# concrete_dropout-noise: fail "All examples of the batch share one z"
# concrete_dropout-coins: fail "All examples of the batch share one mask"
# concrete_dropout-output: pass
# concrete_dropout-inference: pass
def concrete_dropout(x, p, temperature, training, rng):
    if not 0 < p < 1:
        raise ValueError("p must be in (0, 1)")
    if not training:
        return x, np.zeros_like(x)
    u = np.broadcast_to(rng.random(x.shape[1:]), x.shape)
    z = 1 / (1 + np.exp(-(np.log(p / (1 - p)) + np.log(u / (1 - u))) / temperature))
    return x * (1 - z) / (1 - p), z
