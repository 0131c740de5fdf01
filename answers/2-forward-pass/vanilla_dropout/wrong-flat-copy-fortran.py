# Zeroes a flattened copy: ravel() copies a Fortran-ordered array, so for a transposed x nothing is dropped.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: fail "Nothing is dropped."
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    if not training:
        return (1 - p) * x
    keep = sample_keep_mask(x.shape, p, rng)
    out = np.array(x)
    out.ravel()[~keep.ravel()] = 0
    return out
