# Masks after the sum over examples, by the mean of the masks.
# dropconnect_backward-weights: fail "dW is masked after the sum over examples."
# dropconnect_backward-inputs: fail "dx uses the mean of all masks."
# dropconnect_backward-biases: fail "db is masked after the sum over examples."
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    keep = keep_W.mean(axis=0)
    return dz @ (keep * W).T, (x.T @ dz) * keep, dz.sum(axis=0) * keep_b.mean(axis=0)
