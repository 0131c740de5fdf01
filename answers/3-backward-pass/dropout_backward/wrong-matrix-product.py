# Multiplies matrices.
# dropout_backward-gate: fail "dy and the mask are multiplied as matrices, not entry by entry"
# dropout_backward-scale: fail "dy and the mask are multiplied as matrices, not entry by entry"
# dropout_backward-conventions: fail "dy and the mask are multiplied as matrices, not entry by entry"
def dropout_backward(dy, mask):
    return dy @ np.swapaxes(mask, -1, -2)
