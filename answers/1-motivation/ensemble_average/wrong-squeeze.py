# Squeezes a batch of one example.
# ensemble_average-arithmetic: pass
# ensemble_average-geometric: pass
# ensemble_average-scaling: pass
# ensemble_average-edges: fail "has the wrong shape"
def ensemble_average(h, weights, biases, p, how):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if how == "scaling":
        return softmax(h @ weights * (1 - p) + biases)
    m = enumerate_masks(h.shape[1]); q = mask_probabilities(m, p)
    a = np.squeeze(softmax((h * m[:, None]) @ weights + biases))
    if how == "arithmetic":
        return np.tensordot(q, a, 1)
    g = np.exp(np.tensordot(q, np.log(a), 1))
    return g / g.sum(axis=-1, keepdims=True)
