# Masks W in place.
# dropconnect_backward-weights: fail "dropconnect_backward changes its input."
# dropconnect_backward-inputs: fail "dropconnect_backward changes its input."
# dropconnect_backward-biases: fail "dropconnect_backward changes its input."
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dW = np.einsum("ni,nij,nj->ij", x, keep_W, dz)
    dx = np.einsum("nj,nij->ni", dz, keep_W * W)
    dz *= keep_b
    return dx, dW, dz.sum(axis=0)
