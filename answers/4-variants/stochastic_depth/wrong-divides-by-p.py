# Divides by p.
# stochastic_depth-paper: pass
# stochastic_depth-work: pass
# stochastic_depth-today: fail "The branch is divided by p instead of 1-p"
# stochastic_depth-inference: pass
# stochastic_depth-conventions: pass
def stochastic_depth(x, f, p, form, training, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if form == "paper":
        if training:
            return x + f(x) if rng.random() >= p else x.copy()
        return x + (1 - p) * f(x)
    if not training or p == 0:
        return x + f(x)
    return x + f(x) * sample_keep_mask((len(x),) + (1,) * (x.ndim - 1), p, rng) / p if p < 1 else x.copy()
