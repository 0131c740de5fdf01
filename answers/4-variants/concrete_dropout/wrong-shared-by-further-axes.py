# Draws one u for each map of (N, C, H, W).
# concrete_dropout-noise: fail "Entries share their uniform number."
# concrete_dropout-coins: pass
# concrete_dropout-output: pass
# concrete_dropout-inference: pass
def concrete_dropout(x, p, temperature, training, rng):
    if not 0 < p < 1:
        raise ValueError("p must be a probability")
    if not training:
        return x, np.zeros_like(x)
    u = np.clip(rng.random(x.shape if x.ndim < 3 else x.shape[:2] + (1,) * (x.ndim - 2)) * np.ones(x.shape), 1e-300, 1 - 1e-16)
    a = (np.log(p / (1 - p)) + np.log(u / (1 - u))) / temperature
    z = (0.5 * (1 + np.tanh(a / 2))).astype(x.dtype)
    return x * (1 - z) / (1 - p), z
