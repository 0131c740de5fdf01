# Divides at inference instead of multiplying.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: fail "The output is multiplied by 1/(1-p) at inference"
# vanilla_dropout-conventions: fail "The output contains nan or infinity"
def vanilla_dropout(x, p, training, rng):
    if training:
        return x * sample_keep_mask(x.shape, p, rng)
    return x / (1 - p)
