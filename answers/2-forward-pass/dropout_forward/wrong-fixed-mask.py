# Seeds its coins so that every step drops the same units.
# dropout_forward-scale: pass
# dropout_forward-coins: fail "Every call gives the same mask"
# dropout_forward-mask: pass
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, np.random.default_rng(1))
    mask = keep.astype(x.dtype) / (1 - p) if p < 1 else np.zeros_like(x)
    return x * mask, mask
