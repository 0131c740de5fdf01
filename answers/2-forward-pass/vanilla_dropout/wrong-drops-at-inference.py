# Drops at inference as well.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: fail "Entries are dropped at inference"
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    keep = sample_keep_mask(x.shape, p, rng)
    if training:
        return x * keep
    return x * keep * (1 - p)
