# Lets the gradient through where entries were dropped.
# dropout_backward-gate: fail "The gradient passes where entries were dropped, not where they were kept"
# dropout_backward-scale: fail "No gradient comes through where entries were kept"
# dropout_backward-conventions: fail "A mask of all ones is not handled"
def dropout_backward(dy, mask):
    scale = mask.max() if mask.any() else 1
    return dy * (mask == 0) * scale
