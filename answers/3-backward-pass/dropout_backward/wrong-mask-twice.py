# Multiplies by the mask twice.
# dropout_backward-gate: pass
# dropout_backward-scale: fail "The mask is multiplied in twice"
# dropout_backward-conventions: pass
def dropout_backward(dy, mask):
    return dy * mask * mask
