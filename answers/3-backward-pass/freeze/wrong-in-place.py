# Writes into x.
# freeze-repeats: fail "f changes its input."
# freeze-drops: fail "f changes its input."
def freeze(p, seed):
    def f(x):
        _, mask = dropout_forward(x, p, True, np.random.default_rng(seed))
        x *= mask
        return x

    return f
