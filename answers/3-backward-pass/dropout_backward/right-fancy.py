# Fills in the kept entries of a copy.
# dropout_backward-gate: pass
# dropout_backward-scale: pass
# dropout_backward-conventions: pass
def dropout_backward(dy, mask):
    dx = np.zeros_like(dy)
    kept = mask > 0
    dx[kept] = mask[kept] * dy[kept]
    return dx
