# Goes through the examples one by one.
# dropconnect_backward-weights: pass
# dropconnect_backward-inputs: pass
# dropconnect_backward-biases: pass
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dx, dW, db = np.zeros_like(x), np.zeros_like(W), np.zeros(W.shape[1])
    for n in range(len(x)):
        dx[n] = (keep_W[n] * W) @ dz[n]
        dW += np.outer(x[n], dz[n]) * keep_W[n]
        db += keep_b[n] * dz[n]
    return dx, dW, db
