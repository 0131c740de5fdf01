# Puts the paper's ReLU around the sum.
# stochastic_depth-paper: fail "There is a ReLU around the sum"
# stochastic_depth-work: fail "The output is changed without a call of f"
# stochastic_depth-today: pass
# stochastic_depth-inference: fail "There is a ReLU around the sum"
# stochastic_depth-conventions: fail "p = 0 is not handled"
def stochastic_depth(x, f, p, form, training, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if form == "paper":
        if training:
            return np.maximum(x + f(x), 0) if rng.random() >= p else np.maximum(x, 0)
        return np.maximum(x + (1 - p) * f(x), 0)
    mask = np.ones((len(x),) + (1,) * (x.ndim - 1))
    return x + f(x) * dropout_forward(mask, p, training, rng)[1]
