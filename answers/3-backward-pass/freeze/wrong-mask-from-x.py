# The coins depend on the values of x.
# freeze-repeats: fail "The mask depends on x"
# freeze-drops: pass
def freeze(p, seed):
    def f(x):
        rng = np.random.default_rng([seed, int(np.abs(x).sum() * 1e6)])
        return dropout_forward(x, p, True, rng)[0]

    return f
