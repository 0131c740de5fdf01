# Makes the generator once.
# freeze-repeats: fail "The mask is another one on the second call"
# freeze-drops: pass
def freeze(p, seed):
    rng = np.random.default_rng(seed)

    def f(x):
        return dropout_forward(x, p, True, rng)[0]

    return f
