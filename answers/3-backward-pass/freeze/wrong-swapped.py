# Keeps with probability p.
# freeze-repeats: pass
# freeze-drops: fail "Drop and keep are swapped: p is the probability of dropping"
def freeze(p, seed):
    def f(x):
        keep = np.random.default_rng(seed).random(x.shape) < p
        return x * keep / (1 - p)

    return f
