# Sums over examples by products with ones.
# dropconnect_backward-weights: pass
# dropconnect_backward-inputs: pass
# dropconnect_backward-biases: pass
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    dx = (np.where(keep_W, W, 0.0) @ dz[:, :, None])[:, :, 0]
    dW = np.tensordot(np.ones(len(x)), x[:, :, None] * dz[:, None, :] * keep_W, axes=1)
    return dx, dW, np.ones(len(dz)) @ (dz * keep_b)
