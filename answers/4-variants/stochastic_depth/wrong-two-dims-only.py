# Has a mask of shape (N, 1) for arrays of any shape.
# stochastic_depth-paper: pass
# stochastic_depth-work: pass
# stochastic_depth-today: fail "Arrays with more than two axes are not handled"
# stochastic_depth-inference: pass
# stochastic_depth-conventions: pass
def stochastic_depth(x, f, p, form, training, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if form == "paper":
        if training:
            return x + f(x) if rng.random() >= p else x.copy()
        return x + (1 - p) * f(x)
    return x + f(x) * dropout_forward(np.ones((len(x), 1)), p, training, rng)[1]
