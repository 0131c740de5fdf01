# Uses one mask for the whole batch.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: fail "All examples of the batch share one mask"
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    if training:
        return x * sample_keep_mask(x.shape[-1:], p, rng)
    return x * (1 - p)
