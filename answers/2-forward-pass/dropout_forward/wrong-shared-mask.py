# Uses one mask for the whole batch.
# dropout_forward-scale: pass
# dropout_forward-coins: fail "All examples of the batch share one mask"
# dropout_forward-mask: pass
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape[-1:], p, rng)
    mask = np.ones_like(x) * keep / (1 - p) if p < 1 else np.zeros_like(x)
    return x * mask, mask
