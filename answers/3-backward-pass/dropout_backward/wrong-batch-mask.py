# Uses the mask of the first example for the whole batch.
# dropout_backward-gate: fail "The gradient passes through another mask than the forward pass did"
# dropout_backward-scale: pass
# dropout_backward-conventions: pass
def dropout_backward(dy, mask):
    return dy * mask[:1] if mask.ndim > 1 else dy * mask
