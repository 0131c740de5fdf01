# Forgets W in dx.
# dropconnect_backward-weights: pass
# dropconnect_backward-inputs: fail "W is missing in dx."
# dropconnect_backward-biases: pass
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dx = np.einsum("nj,nij->ni", dz, keep_W)
    dW = np.einsum("ni,nij,nj->ij", x, keep_W, dz)
    db = (keep_b * dz).sum(axis=0)
    return dx, dW, db
