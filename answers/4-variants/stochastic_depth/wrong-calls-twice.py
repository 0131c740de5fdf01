# Computes a kept branch twice.
# stochastic_depth-paper: pass
# stochastic_depth-work: fail "A kept block is computed more than once"
# stochastic_depth-today: pass
# stochastic_depth-inference: pass
# stochastic_depth-conventions: pass
def stochastic_depth(x, f, p, form, training, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if form == "paper":
        if training:
            return x + (f(x) + f(x)) / 2 if rng.random() >= p else x.copy()
        return x + (1 - p) * f(x)
    mask = np.ones((len(x),) + (1,) * (x.ndim - 1))
    return x + f(x) * dropout_forward(mask, p, training, rng)[1]
