# Confuses dropout with ReLU: negative gradients are cut off.
# dropout_backward-gate: fail "Negative gradients are lost"
# dropout_backward-scale: pass
# dropout_backward-conventions: fail "A mask of all ones is not handled"
def dropout_backward(dy, mask):
    return np.maximum(dy, 0) * mask
