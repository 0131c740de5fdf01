# Goes through the entries one by one.
# dropout_backward-gate: pass
# dropout_backward-scale: pass
# dropout_backward-conventions: pass
def dropout_backward(dy, mask):
    dx = np.empty_like(dy)
    for index in np.ndindex(dy.shape):
        dx[index] = dy[index] * mask[index]
    return dx
