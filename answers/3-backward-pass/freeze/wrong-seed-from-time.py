# Draws a seed of its own when it is made: the mask holds still, and no seed repeats it.
# freeze-repeats: pass
# freeze-drops: fail "The seed does not decide on the mask."
def freeze(p, seed):
    own_seed = np.random.default_rng().integers(2**31)

    def f(x):
        return dropout_forward(x, p, True, np.random.default_rng(own_seed))[0]

    return f
