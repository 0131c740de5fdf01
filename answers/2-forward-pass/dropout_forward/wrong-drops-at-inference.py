# Ignores the mode.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: fail "Entries are dropped at inference"
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    keep = sample_keep_mask(x.shape, p, rng)
    mask = keep.astype(x.dtype) / (1 - p) if p < 1 else np.zeros_like(x)
    return x * mask, mask
