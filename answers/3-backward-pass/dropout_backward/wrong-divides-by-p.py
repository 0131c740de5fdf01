# Divides kept gradients by p instead of 1-p.
# dropout_backward-gate: pass
# dropout_backward-scale: fail "The gradient is divided by p, not by 1-p"
# dropout_backward-conventions: pass
def dropout_backward(dy, mask):
    scale = mask.max() if mask.any() else 1
    p = 1 - 1 / scale
    return dy * (mask != 0) / p if p > 0 else dy * mask
