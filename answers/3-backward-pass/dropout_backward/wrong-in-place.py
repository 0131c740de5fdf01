# Writes into dy.
# dropout_backward-gate: pass
# dropout_backward-scale: pass
# dropout_backward-conventions: fail "dropout_backward changes dy"
def dropout_backward(dy, mask):
    dy *= mask
    return dy
