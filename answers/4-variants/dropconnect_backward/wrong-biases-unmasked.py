# Forgets the mask in db.
# dropconnect_backward-weights: pass
# dropconnect_backward-inputs: pass
# dropconnect_backward-biases: fail "db is not masked: dropped biases get a gradient."
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dx = np.einsum("nj,nij->ni", dz, keep_W * W)
    dW = np.einsum("ni,nij,nj->ij", x, keep_W, dz)
    db = dz.sum(axis=0)
    return dx, dW, db
