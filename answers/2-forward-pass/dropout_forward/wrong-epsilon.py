# Adds 1e-6 to the denominator to be safe at p = 1, which changes every scale a little.
# dropout_forward-scale: fail "Kept entries are multiplied by the wrong factor."
# dropout_forward-coins: pass
# dropout_forward-mask: fail "Kept entries are multiplied by the wrong factor."
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    mask = sample_keep_mask(x.shape, p, rng).astype(x.dtype) / (1 - p + 1e-6)
    return x * mask, mask
