# Draws a mask in both modes and uses it in training only.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    keep = sample_keep_mask(x.shape, p, rng)
    return x * keep if training else x * (1 - p)
