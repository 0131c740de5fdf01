# Drops single entries of the branch.
# stochastic_depth-paper: pass
# stochastic_depth-work: pass
# stochastic_depth-today: fail "Single entries are dropped, not the branch of an example"
# stochastic_depth-inference: pass
# stochastic_depth-conventions: pass
def stochastic_depth(x, f, p, form, training, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if form == "paper":
        if training:
            return x + f(x) if rng.random() >= p else x.copy()
        return x + (1 - p) * f(x)
    return x + dropout_forward(f(x), p, training, rng)[0]
