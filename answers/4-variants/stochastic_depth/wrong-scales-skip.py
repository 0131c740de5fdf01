# Scales the skip connection together with the branch.
# stochastic_depth-paper: pass
# stochastic_depth-work: pass
# stochastic_depth-today: fail "The skip connection is dropped and scaled as well"
# stochastic_depth-inference: pass
# stochastic_depth-conventions: fail "p = 1 is not handled"
def stochastic_depth(x, f, p, form, training, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if form == "paper":
        if training:
            return x + f(x) if rng.random() >= p else x.copy()
        return x + (1 - p) * f(x)
    if not training:
        return x + f(x)
    mask = np.ones((len(x),) + (1,) * (x.ndim - 1))
    return (x + f(x)) * dropout_forward(mask, p, training, rng)[1]
