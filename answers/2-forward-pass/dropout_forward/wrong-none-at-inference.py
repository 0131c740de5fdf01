# Returns no mask at inference.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: fail "There is no mask at inference"
# dropout_forward-conventions: fail "The mask from dropout_forward is None"
def dropout_forward(x, p, training, rng):
    if not training:
        return x, None
    keep = sample_keep_mask(x.shape, p, rng)
    mask = keep.astype(x.dtype) / (1 - p) if p < 1 else np.zeros_like(x)
    return x * mask, mask
