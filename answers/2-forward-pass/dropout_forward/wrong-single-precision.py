# Goes through single precision and back at inference as well, where the output is x.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: fail "Digits are lost on the way."
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    z = x.astype(np.float32)
    if not training:
        return z.astype(x.dtype), np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    mask = np.zeros_like(z) if p == 1 else keep.astype(z.dtype) / (1 - p)
    return (z * mask).astype(x.dtype), mask.astype(x.dtype)
