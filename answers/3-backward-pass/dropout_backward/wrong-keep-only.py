# Gates without the factor 1/(1-p).
# dropout_backward-gate: pass
# dropout_backward-scale: fail "The factor 1/(1-p) is missing in the gradient"
# dropout_backward-conventions: pass
def dropout_backward(dy, mask):
    return dy * (mask != 0)
