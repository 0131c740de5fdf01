# Recovers the mask from the zeros of the output.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: fail "The mask is read off the zeros of the output"
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    output = x * keep / (1 - p)
    return output, (output != 0).astype(x.dtype) / (1 - p)
