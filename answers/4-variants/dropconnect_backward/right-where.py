# Chooses entries instead of multiplying by masks.
# dropconnect_backward-weights: pass
# dropconnect_backward-inputs: pass
# dropconnect_backward-biases: pass
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    upstream = np.where(keep_W, dz[:, None, :], 0.0)
    return (upstream * W).sum(2), (x[..., None] * upstream).sum(0), np.where(keep_b, dz, 0).sum(0)
