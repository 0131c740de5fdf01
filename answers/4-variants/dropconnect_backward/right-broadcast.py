# Writes all factors with explicit axes, and returns a list.
# dropconnect_backward-weights: pass
# dropconnect_backward-inputs: pass
# dropconnect_backward-biases: pass
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    upstream = dz[:, None, :] * keep_W
    return [(upstream * W).sum(axis=2), (x[:, :, None] * upstream).sum(axis=0), np.where(keep_b, dz, 0).sum(axis=0)]
