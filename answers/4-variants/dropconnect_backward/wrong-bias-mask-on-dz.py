# Masks dz by the coins of the biases first.
# dropconnect_backward-weights: fail "dW is masked by keep_b as well."
# dropconnect_backward-inputs: fail "dx is masked by keep_b as well."
# dropconnect_backward-biases: pass
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dz = dz * keep_b
    dx = np.einsum("nj,nij->ni", dz, keep_W * W)
    dW = np.einsum("ni,nij,nj->ij", x, keep_W, dz)
    db = (keep_b * dz).sum(axis=0)
    return dx, dW, db
