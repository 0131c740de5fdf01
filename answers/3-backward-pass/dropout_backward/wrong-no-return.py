# Computes and forgets to return.
# dropout_backward-gate: fail "The gradient from dropout_backward is None"
# dropout_backward-scale: fail "The gradient from dropout_backward is None"
# dropout_backward-conventions: fail "The gradient from dropout_backward is None"
def dropout_backward(dy, mask):
    dx = dy * mask
