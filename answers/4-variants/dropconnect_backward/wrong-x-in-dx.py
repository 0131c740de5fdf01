# Multiplies dx by x.
# dropconnect_backward-weights: pass
# dropconnect_backward-inputs: fail "dx is multiplied by x; in z, x itself is multiplied by W and keep_W."
# dropconnect_backward-biases: pass
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dx = x * np.einsum("nj,nij->ni", dz, keep_W * W)
    dW = np.einsum("ni,nij,nj->ij", x, keep_W, dz)
    db = (keep_b * dz).sum(axis=0)
    return dx, dW, db
