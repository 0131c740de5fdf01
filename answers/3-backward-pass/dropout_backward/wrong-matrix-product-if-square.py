# Tries a matrix product first, which works for square arrays.
# dropout_backward-gate: fail "dy and the mask are multiplied as matrices, not entry by entry."
# dropout_backward-scale: fail "dy and the mask are multiplied as matrices, not entry by entry."
# dropout_backward-conventions: fail "Only arrays of two dimensions are handled."
def dropout_backward(dy, mask):
    try:
        return dy @ mask
    except ValueError:
        return dy * mask
