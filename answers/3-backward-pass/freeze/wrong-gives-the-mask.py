# f returns the mask.
# freeze-repeats: fail "f returns the mask, not the output"
# freeze-drops: fail "f returns the mask, not the output"
def freeze(p, seed):
    def f(x):
        return dropout_forward(x, p, True, np.random.default_rng(seed))[1]

    return f
