# Drops exactly the share p of the batch.
# stochastic_depth-paper: pass
# stochastic_depth-work: pass
# stochastic_depth-today: fail "The number of kept entries is fixed, instead of left to chance."
# stochastic_depth-inference: pass
# stochastic_depth-conventions: pass
def stochastic_depth(x, f, p, form, training, rng):
    if training and not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if form == "paper":
        if not training:
            return x + (1 - p) * f(x)
        return x + f(x) if rng.random() >= p else x.copy()
    if not training:
        return x + f(x)
    n = len(x)
    keep = rng.permutation(np.arange(n) < round((1 - p) * n)).reshape(n, *[1] * (x.ndim - 1))
    return x + f(x) * keep / (1 - p) if p < 1 else x.copy()
