# Returns the step downhill instead of the gradient.
# dropout_backward-gate: pass
# dropout_backward-scale: fail "The gradient has the wrong sign"
# dropout_backward-conventions: fail "A mask of all ones is not handled"
def dropout_backward(dy, mask):
    return -dy * mask
