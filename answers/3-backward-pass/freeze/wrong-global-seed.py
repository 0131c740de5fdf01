# Seeds the global generator once and draws from it.
# freeze-repeats: fail "The mask is another one on the second call"
# freeze-drops: pass
def freeze(p, seed):
    np.random.seed(seed)

    def f(x):
        return x * (np.random.random(x.shape) >= p) / (1 - p)

    return f
