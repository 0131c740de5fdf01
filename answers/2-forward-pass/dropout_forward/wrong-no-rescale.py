# Masks without rescaling.
# dropout_forward-scale: fail "Kept entries are not rescaled"
# dropout_forward-coins: pass
# dropout_forward-mask: fail "Kept entries are not rescaled"
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    mask = keep.astype(x.dtype)
    return x * mask, mask
