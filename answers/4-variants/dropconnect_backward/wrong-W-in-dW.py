# Multiplies dW by W.
# dropconnect_backward-weights: fail "dW is multiplied by W; in z, W itself is multiplied by x and keep_W."
# dropconnect_backward-inputs: pass
# dropconnect_backward-biases: pass
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dx = np.einsum("nj,nij->ni", dz, keep_W * W)
    dW = np.einsum("ni,nij,nj->ij", x, keep_W * W, dz)
    db = (keep_b * dz).sum(axis=0)
    return dx, dW, db
