# Gates whole examples.
# dropout_backward-gate: fail "The gradient passes as if nothing had been dropped"
# dropout_backward-scale: pass
# dropout_backward-conventions: pass
def dropout_backward(dy, mask):
    return dy * mask.max(axis=-1, keepdims=True)
