# Returns the mask: the local derivative alone.
# dropout_backward-gate: pass
# dropout_backward-scale: fail "The mask itself is returned: the upstream gradient is missing"
# dropout_backward-conventions: fail "A mask of all ones is not handled"
def dropout_backward(dy, mask):
    return mask.copy()
