# Divides by the number of examples.
# dropout_backward-gate: pass
# dropout_backward-scale: fail "The gradient is divided by the number of examples"
# dropout_backward-conventions: fail "A mask of all ones is not handled"
def dropout_backward(dy, mask):
    return dy * mask / len(dy)
