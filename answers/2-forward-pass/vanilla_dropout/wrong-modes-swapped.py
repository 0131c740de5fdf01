# Does in training what belongs to inference, and the other way round.
# vanilla_dropout-values: fail "Nothing is dropped"
# vanilla_dropout-coins: fail "Nothing is dropped"
# vanilla_dropout-inference: fail "Entries are dropped at inference"
# vanilla_dropout-conventions: fail "A p outside [0, 1] is accepted"
def vanilla_dropout(x, p, training, rng):
    if not training:
        return x * sample_keep_mask(x.shape, p, rng)
    return x * (1 - p)
