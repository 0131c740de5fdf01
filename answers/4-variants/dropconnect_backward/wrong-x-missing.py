# Forgets x in dW.
# dropconnect_backward-weights: fail "x is missing in dW."
# dropconnect_backward-inputs: pass
# dropconnect_backward-biases: pass
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dx = np.einsum("nj,nij->ni", dz, keep_W * W)
    dW = np.einsum("nij,nj->ij", keep_W, dz)
    db = (keep_b * dz).sum(axis=0)
    return dx, dW, db
