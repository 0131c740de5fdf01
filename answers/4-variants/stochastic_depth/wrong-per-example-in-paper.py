# Throws a coin for each example in both forms.
# stochastic_depth-paper: fail "Every example has its own coin; the paper throws one for the batch"
# stochastic_depth-work: fail "A dropped block is computed all the same"
# stochastic_depth-today: pass
# stochastic_depth-inference: pass
# stochastic_depth-conventions: pass
def stochastic_depth(x, f, p, form, training, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if form == "paper":
        if training:
            return x + f(x) * sample_keep_mask((len(x),) + (1,) * (x.ndim - 1), p, rng)
        return x + (1 - p) * f(x)
    mask = np.ones((len(x),) + (1,) * (x.ndim - 1))
    return x + f(x) * dropout_forward(mask, p, training, rng)[1]
