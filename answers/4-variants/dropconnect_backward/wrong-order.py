# Returns the gradients in another order.
# dropconnect_backward-weights: fail "The gradients come back in another order."
# dropconnect_backward-inputs: fail "The gradients come back in another order."
# dropconnect_backward-biases: fail "The gradients come back in another order."
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dx = np.einsum("nj,nij->ni", dz, keep_W * W)
    dW = np.einsum("ni,nij,nj->ij", x, keep_W, dz)
    db = (keep_b * dz).sum(axis=0)
    return dW, db, dx
