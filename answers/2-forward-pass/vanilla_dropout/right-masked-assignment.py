# Copies x and assigns zeros where the mask says so.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    output = np.array(x, copy=True)
    if not training:
        output *= 1 - p
    else:
        output[np.logical_not(sample_keep_mask(output.shape, p, rng))] = 0
    return output
