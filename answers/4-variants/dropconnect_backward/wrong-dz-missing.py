# Forgets the upstream gradient in dW.
# dropconnect_backward-weights: fail "dz is missing in dW."
# dropconnect_backward-inputs: pass
# dropconnect_backward-biases: pass
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dx = np.einsum("nj,nij->ni", dz, keep_W * W)
    dW = np.einsum("ni,nij->ij", x, keep_W)
    db = (keep_b * dz).sum(axis=0)
    return dx, dW, db
