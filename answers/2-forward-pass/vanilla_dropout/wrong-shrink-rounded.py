# Rounds the shrinking factor to two decimals.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: fail "The output is multiplied by the wrong factor at inference."
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    if training:
        return x * sample_keep_mask(x.shape, p, rng)
    return x * round(1 - p, 2)
