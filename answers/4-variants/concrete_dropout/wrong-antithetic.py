# Uses every u twice, as u and 1 - u.
# concrete_dropout-noise: pass
# concrete_dropout-coins: fail "Entries are not dropped independently of each other."
# concrete_dropout-output: pass
# concrete_dropout-inference: pass
def concrete_dropout(x, p, temperature, training, rng):
    if not 0 < p < 1:
        raise ValueError("p must be a probability")
    if not training:
        return x, np.zeros_like(x)
    u = np.clip(rng.random(x.shape), 1e-300, 1 - 1e-16)
    u.reshape(-1)[1::2] = 1 - u.reshape(-1)[: 2 * (u.size // 2) : 2]
    a = (np.log(p / (1 - p)) + np.log(u / (1 - u))) / temperature
    z = (0.5 * (1 + np.tanh(a / 2))).astype(x.dtype)
    return x * (1 - z) / (1 - p), z
