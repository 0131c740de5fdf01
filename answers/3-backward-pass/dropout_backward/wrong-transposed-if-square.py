# Transposes the mask wherever the shapes allow it.
# dropout_backward-gate: fail "The gradient passes through another mask than the forward pass did."
# dropout_backward-scale: pass
# dropout_backward-conventions: pass
def dropout_backward(dy, mask):
    if dy.shape == mask.T.shape:
        return dy * mask.T
    return dy * mask
