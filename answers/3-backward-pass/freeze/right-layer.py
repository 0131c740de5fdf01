# Makes a new layer on every call.
# freeze-repeats: pass
# freeze-drops: pass
def freeze(p, seed):
    def f(x):
        return Dropout(p, np.random.default_rng(seed)).forward(x)

    return f
