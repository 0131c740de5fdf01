# Writes into the mask.
# dropout_backward-gate: pass
# dropout_backward-scale: pass
# dropout_backward-conventions: fail "dropout_backward changes the mask"
def dropout_backward(dy, mask):
    mask *= dy
    return mask
