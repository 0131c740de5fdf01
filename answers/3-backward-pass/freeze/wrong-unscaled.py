# Masks without rescaling.
# freeze-repeats: pass
# freeze-drops: fail "Kept entries are not rescaled"
def freeze(p, seed):
    def f(x):
        return x * sample_keep_mask(x.shape, p, np.random.default_rng(seed))

    return f
