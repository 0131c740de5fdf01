# Multiplies kept gradients by 1-p.
# dropout_backward-gate: pass
# dropout_backward-scale: fail "The gradient is multiplied by 1-p instead of 1/(1-p)"
# dropout_backward-conventions: pass
def dropout_backward(dy, mask):
    scale = mask.max() if mask.any() else 1
    return dy * (mask != 0) / scale
