# Accepts any p.
# stochastic_depth-paper: pass
# stochastic_depth-work: pass
# stochastic_depth-today: pass
# stochastic_depth-inference: pass
# stochastic_depth-conventions: fail "A p outside [0, 1] is accepted"
def stochastic_depth(x, f, p, form, training, rng):
    if form == "paper":
        if training:
            return x + f(x) if rng.random() >= p else x.copy()
        return x + (1 - p) * f(x)
    mask = np.ones((len(x),) + (1,) * (x.ndim - 1))
    return x + f(x) * dropout_forward(mask, p, training, rng)[1]
