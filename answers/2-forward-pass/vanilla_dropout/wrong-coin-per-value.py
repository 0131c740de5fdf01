# Throws one coin for every different value, so equal activations share their fate.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: fail "Everything is dropped."
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    if training:
        values, place = np.unique(x, return_inverse=True)
        keep = sample_keep_mask(values.shape, p, rng)
        return x * keep[place].reshape(x.shape)
    return (1 - p) * x
