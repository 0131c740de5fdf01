# Averages 2000 dropped passes at inference instead of shrinking.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: fail "The output at inference is not a multiple of the input."
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    if training:
        return x * sample_keep_mask(x.shape, p, rng)
    total = np.zeros(x.shape)
    for _ in range(2000):
        total += sample_keep_mask(x.shape, p, rng)
    return (x * (total / 2000)).astype(x.dtype)
