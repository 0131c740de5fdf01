# Divides by the share that happened to be kept.
# dropout_backward-gate: pass
# dropout_backward-scale: fail "The gradient is divided by the share that happened to be kept, not by 1-p"
# dropout_backward-conventions: pass
def dropout_backward(dy, mask):
    keep = mask != 0
    return dy * keep / keep.mean(dtype=dy.dtype) if keep.any() else np.zeros_like(dy)
