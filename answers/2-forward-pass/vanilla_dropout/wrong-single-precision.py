# Goes through single precision and back: the dtype is right, half of the digits are gone.
# vanilla_dropout-values: fail "Digits are lost on the way."
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: pass
def vanilla_dropout(x, p, training, rng):
    if training:
        kept = x.astype(np.float32) * sample_keep_mask(x.shape, p, rng)
        return kept.astype(x.dtype)
    return x * (1 - p)
