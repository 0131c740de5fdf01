# Masks dz by keep_b for all three.
# dropconnect_backward-weights: fail "dW is masked by keep_b, not by keep_W."
# dropconnect_backward-inputs: fail "dx is masked by keep_b, not by keep_W."
# dropconnect_backward-biases: pass
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dz = dz * keep_b
    return dz @ W.T, x.T @ dz, dz.sum(axis=0)
