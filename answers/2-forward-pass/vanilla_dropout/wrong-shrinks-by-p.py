# Multiplies by the drop probability at inference.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: fail "The output is multiplied by p at inference"
# vanilla_dropout-conventions: fail "p = 0 is not handled"
def vanilla_dropout(x, p, training, rng):
    if training:
        return x * sample_keep_mask(x.shape, p, rng)
    return x * p
