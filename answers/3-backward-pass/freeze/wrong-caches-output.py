# Freezes the first output.
# freeze-repeats: fail "The output is frozen, not the mask"
# freeze-drops: pass
def freeze(p, seed):
    cache = []

    def f(x):
        if not cache:
            cache.append(dropout_forward(x, p, True, np.random.default_rng(seed))[0])
        return cache[0]

    return f
