# Passes the gradient on as if nothing had been dropped.
# dropout_backward-gate: fail "The gradient passes as if nothing had been dropped"
# dropout_backward-scale: fail "The factor 1/(1-p) is missing in the gradient"
# dropout_backward-conventions: fail "A mask of all zeros is not handled"
def dropout_backward(dy, mask):
    return dy.copy()
