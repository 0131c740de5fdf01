# Keeps the mask of the first x for all shapes.
# freeze-repeats: fail "f stops with an error when x has another shape than before."
# freeze-drops: pass
def freeze(p, seed):
    rng, mask = np.random.default_rng(seed), None

    def f(x):
        nonlocal mask
        if mask is None:
            _, mask = dropout_forward(x, p, True, rng)
        return x * mask

    return f
