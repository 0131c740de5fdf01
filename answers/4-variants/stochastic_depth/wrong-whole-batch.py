# Throws one coin for the batch in both forms.
# stochastic_depth-paper: pass
# stochastic_depth-work: pass
# stochastic_depth-today: fail "One coin decides for the whole batch"
# stochastic_depth-inference: pass
# stochastic_depth-conventions: pass
def stochastic_depth(x, f, p, form, training, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if form == "paper":
        if training:
            return x + f(x) if rng.random() >= p else x.copy()
        return x + (1 - p) * f(x)
    if not training:
        return x + f(x)
    return x + f(x) / (1 - p) if rng.random() >= p else x.copy()
