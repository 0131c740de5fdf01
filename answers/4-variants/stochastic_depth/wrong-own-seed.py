# Seeds a generator of its own in the paper's form.
# stochastic_depth-paper: pass
# stochastic_depth-work: pass
# stochastic_depth-today: pass
# stochastic_depth-inference: pass
# stochastic_depth-conventions: fail "Every call throws the same coin."
def stochastic_depth(x, f, p, form, training, rng):
    if training and not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    if form == "paper":
        if not training:
            return x + (1 - p) * f(x)
        return x + f(x) if np.random.default_rng(0).random() >= p else x.copy()
    if not training:
        return x + f(x)
    keep = rng.random((len(x),) + (1,) * (x.ndim - 1)) >= p
    scale = 1 / (1 - p) if p < 1 else 0.0
    return x + f(x) * keep * scale
