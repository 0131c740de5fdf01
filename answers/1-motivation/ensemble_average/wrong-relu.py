# Cuts off negative activations on the way.
# ensemble_average-arithmetic: fail "The arithmetic average is wrong"
# ensemble_average-geometric: fail "The geometric average is wrong"
# ensemble_average-scaling: fail "Weight scaling is wrong"
# ensemble_average-edges: fail "p = 0 is not handled"
def ensemble_average(h, weights, biases, p, how):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    h = np.maximum(h, 0)
    if how == "scaling":
        return softmax(h @ weights * (1 - p) + biases)
    m = enumerate_masks(h.shape[1]); q = mask_probabilities(m, p)
    a = softmax((h * m[:, None]) @ weights + biases)
    if how == "arithmetic":
        return np.tensordot(q, a, 1)
    g = np.exp(np.tensordot(q, np.log(a), 1))
    return g / g.sum(axis=1, keepdims=True)
