# Draws another mask with the same p.
# dropout_backward-gate: fail "The gradient passes through another mask than the forward pass did"
# dropout_backward-scale: fail "No gradient comes through where entries were kept"
# dropout_backward-conventions: pass
def dropout_backward(dy, mask):
    p = 1 - 1 / mask.max() if mask.any() else 1.0
    output, _ = dropout_forward(dy, p, True, np.random.default_rng(5))
    return output
