# Multiplies in single precision and returns the right dtype.
# dropout_backward-gate: pass
# dropout_backward-scale: fail "Digits are lost on the way."
# dropout_backward-conventions: pass
def dropout_backward(dy, mask):
    return (dy.astype(np.float32) * mask.astype(np.float32)).astype(dy.dtype)
