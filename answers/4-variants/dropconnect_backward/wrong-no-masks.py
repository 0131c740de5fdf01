# Is the backward pass of a plain layer.
# dropconnect_backward-weights: fail "dW is not masked: dropped weights get a gradient."
# dropconnect_backward-inputs: fail "dx goes through dropped weights as well."
# dropconnect_backward-biases: fail "db is not masked: dropped biases get a gradient."
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    return dz @ W.T, x.T @ dz, dz.sum(axis=0)
