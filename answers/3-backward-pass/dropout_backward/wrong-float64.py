# Returns float64 whatever comes in.
# dropout_backward-gate: pass
# dropout_backward-scale: pass
# dropout_backward-conventions: fail "dropout_backward changes the dtype"
def dropout_backward(dy, mask):
    return np.asarray(dy, dtype=float) * mask
