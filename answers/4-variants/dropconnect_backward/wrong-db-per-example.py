# Does not sum db over the examples.
# dropconnect_backward-weights: fail "db is not summed over the examples."
# dropconnect_backward-inputs: fail "db is not summed over the examples."
# dropconnect_backward-biases: fail "db is not summed over the examples."
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dx = np.einsum("nj,nij->ni", dz, keep_W * W)
    dW = np.einsum("ni,nij,nj->ij", x, keep_W, dz)
    return dx, dW, keep_b * dz
