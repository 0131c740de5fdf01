# Uses the masks of the first example for all.
# dropconnect_backward-weights: fail "dW uses the mask of the first example for all."
# dropconnect_backward-inputs: fail "dx uses the mask of the first example for all."
# dropconnect_backward-biases: fail "db uses the mask of the first example for all."
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    return dz @ (keep_W[0] * W).T, (x.T @ dz) * keep_W[0], dz.sum(axis=0) * keep_b[0]
