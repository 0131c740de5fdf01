# Makes an unseeded generator.
# freeze-repeats: fail "The mask is another one on the second call"
# freeze-drops: pass
def freeze(p, seed):
    def f(x):
        return dropout_forward(x, p, True, np.random.default_rng())[0]

    return f
