# A masked array, filled with zeros.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    if training:
        return np.ma.masked_array(x, ~sample_keep_mask(x.shape, p, rng)).filled(0)
    return x - p * x
