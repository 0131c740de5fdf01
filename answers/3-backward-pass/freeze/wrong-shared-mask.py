# One row of coins for all examples.
# freeze-repeats: pass
# freeze-drops: fail "All examples of the batch share one mask."
def freeze(p, seed):
    def f(x):
        keep = np.random.default_rng(seed).random(x.shape[1:]) >= p
        return (x * keep / (1 - p)).astype(x.dtype)

    return f
