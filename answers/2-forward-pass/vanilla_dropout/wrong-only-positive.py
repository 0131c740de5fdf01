# Drops positive activations only.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: fail "The share of dropped entries is not p"
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: fail "p = 1 is not handled"
def vanilla_dropout(x, p, training, rng):
    if training:
        return np.where((x > 0) & ~sample_keep_mask(x.shape, p, rng), 0, x).astype(x.dtype)
    return x * (1 - p)
