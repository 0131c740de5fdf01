# Divides by the mask.
# dropout_backward-gate: fail "The gradient from dropout_backward contains nan or infinity"
# dropout_backward-scale: fail "The gradient from dropout_backward contains nan or infinity"
# dropout_backward-conventions: fail "The gradient from dropout_backward contains nan or infinity"
def dropout_backward(dy, mask):
    with np.errstate(all="ignore"):
        return dy / mask * (mask.max() ** 2)
