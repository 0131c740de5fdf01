# Stretches the mask by moving the batch to the last axis.
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
            return x + f(x) if rng.random() >= p else x.copy()
        return x + (1 - p) * f(x)
    if not training:
        return x + f(x)
    mask = sample_keep_mask((len(x),), p, rng) / np.float32(1 - p if p < 1 else 1)
    return x + (f(x).T * mask).T
