# Averages over the examples.
# dropconnect_backward-weights: fail "dW is averaged over the examples where it should be summed."
# dropconnect_backward-inputs: pass
# dropconnect_backward-biases: fail "db is averaged over the examples where it should be summed."
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dx = np.einsum("nj,nij->ni", dz, keep_W * W)
    dW = np.einsum("ni,nij,nj->ij", x, keep_W, dz) / len(x)
    db = (keep_b * dz).mean(axis=0)
    return dx, dW, db
