# Multiplies the numbers as they lie in memory, where dy and the mask may be laid out differently.
# dropout_backward-gate: pass
# dropout_backward-scale: fail "Kept entries get the wrong gradient."
# dropout_backward-conventions: pass
def dropout_backward(dy, mask):
    return (dy.ravel("K") * mask.ravel("K")).reshape(dy.shape)
