# Does not sum dW over the examples.
# dropconnect_backward-weights: fail "dW is not summed over the examples."
# dropconnect_backward-inputs: fail "dW is not summed over the examples."
# dropconnect_backward-biases: fail "dW is not summed over the examples."
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dx = np.einsum("nj,nij->ni", dz, keep_W * W)
    db = (keep_b * dz).sum(axis=0)
    return dx, x[:, :, None] * keep_W * dz[:, None, :], db
