# Takes the paper's coin from numpy's global generator.
# stochastic_depth-paper: pass
# stochastic_depth-work: pass
# stochastic_depth-today: pass
# stochastic_depth-inference: pass
# stochastic_depth-conventions: fail "The coins do not come from the rng that is handed in"
def stochastic_depth(x, f, p, form, training, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if form == "paper":
        if training:
            return x + f(x) if np.random.random() >= p else x.copy()
        return x + (1 - p) * f(x)
    mask = np.ones((len(x),) + (1,) * (x.ndim - 1))
    return x + f(x) * dropout_forward(mask, p, training, rng)[1]
