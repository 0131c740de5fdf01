# Calls f instead of returning it.
# freeze-repeats: fail "freeze does not return a function"
# freeze-drops: fail "freeze does not return a function"
def freeze(p, seed):
    def f(x=np.ones((4, 5))):
        return dropout_forward(x, p, True, np.random.default_rng(seed))[0]

    return f()
