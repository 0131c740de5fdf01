# Divides by the reciprocal scale where something was kept.
# dropout_backward-gate: pass
# dropout_backward-scale: pass
# dropout_backward-conventions: pass
def dropout_backward(dy, mask):
    dx = np.zeros_like(dy)
    np.divide(dy, 1 / mask.max() if mask.any() else 1, out=dx, where=mask != 0)
    return dx
