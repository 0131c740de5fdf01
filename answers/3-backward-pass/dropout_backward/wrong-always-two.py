# Doubles kept gradients, which is right at p = 0.5 alone.
# dropout_backward-gate: pass
# dropout_backward-scale: fail "The gradient is doubled, whatever p is"
# dropout_backward-conventions: fail "A mask of all ones is not handled"
def dropout_backward(dy, mask):
    return 2 * dy * (mask != 0)
