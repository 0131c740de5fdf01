# Holds still because nothing is dropped.
# freeze-repeats: pass
# freeze-drops: fail "Nothing is dropped"
def freeze(p, seed):
    def f(x):
        return dropout_forward(x, p, False, np.random.default_rng(seed))[0].copy()

    return f
