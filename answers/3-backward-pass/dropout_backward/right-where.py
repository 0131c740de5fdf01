# Chooses between the scaled gradient and zero.
# dropout_backward-gate: pass
# dropout_backward-scale: pass
# dropout_backward-conventions: pass
def dropout_backward(dy, mask):
    return np.where(mask != 0, dy * mask, 0).astype(dy.dtype)
