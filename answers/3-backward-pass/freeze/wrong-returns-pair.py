# f returns output and mask.
# freeze-repeats: fail "The output of the frozen layer is a tuple of 2, not one array"
# freeze-drops: fail "The output of the frozen layer is a tuple of 2, not one array"
def freeze(p, seed):
    def f(x):
        return dropout_forward(x, p, True, np.random.default_rng(seed))

    return f
