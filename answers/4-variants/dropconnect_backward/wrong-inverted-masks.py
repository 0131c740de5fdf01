# Keeps what was dropped.
# dropconnect_backward-weights: fail "dW keeps the gradient of the dropped weights."
# dropconnect_backward-inputs: fail "dx goes through the dropped weights."
# dropconnect_backward-biases: fail "db keeps the gradient of the dropped biases."
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    drop_W, drop_b = ~keep_W, ~keep_b
    return np.einsum("nj,nij->ni", dz, drop_W * W), np.einsum("ni,nij,nj->ij", x, drop_W, dz), (drop_b * dz).sum(axis=0)
