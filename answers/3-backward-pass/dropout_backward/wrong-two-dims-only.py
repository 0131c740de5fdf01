# Unpacks two dimensions.
# dropout_backward-gate: pass
# dropout_backward-scale: pass
# dropout_backward-conventions: fail "Only arrays of two dimensions are handled"
def dropout_backward(dy, mask):
    n, d = dy.shape
    return dy * mask.reshape(n, d)
