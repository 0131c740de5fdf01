# Throws its coins with rng.binomial and returns x itself for a dropped block.
# stochastic_depth-paper: pass
# stochastic_depth-work: pass
# stochastic_depth-today: pass
# stochastic_depth-inference: pass
# stochastic_depth-conventions: pass
def stochastic_depth(x, f, p, form, training, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if form == "paper":
        if training:
            return x + f(x) if rng.binomial(1, 1 - p) else x
        return x + (1 - p) * f(x)
    if training and p == 1:
        return x
    if training:
        b = rng.binomial(1, 1 - p, size=len(x)).reshape(-1, *[1] * (x.ndim - 1))
        return x + b / (1 - p) * f(x)
    return x + f(x)
