# Sends the gradient through dropped weights.
# dropconnect_backward-weights: pass
# dropconnect_backward-inputs: fail "dx goes through dropped weights as well."
# dropconnect_backward-biases: pass
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dx = dz @ W.T
    dW = np.einsum("ni,nij,nj->ij", x, keep_W, dz)
    db = (keep_b * dz).sum(axis=0)
    return dx, dW, db
