# Stretches the coins over transposed arrays.
# stochastic_depth-paper: pass
# stochastic_depth-work: pass
# stochastic_depth-today: pass
# stochastic_depth-inference: pass
# stochastic_depth-conventions: pass
def stochastic_depth(x, f, p, form, training, rng):
    if training and not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    if form == "paper":
        if not training:
            return x + (1 - p) * f(x)
        return x + f(x) if rng.random() >= p else x.copy()
    if not training:
        return x + f(x)
    keep = rng.uniform(size=len(x)) >= p
    scale = 1 / (1 - p) if p < 1 else 0.0
    return x + (f(x).T * keep * scale).T
