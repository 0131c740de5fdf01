# Shrinks the weights that it was given, but not at p = 0 and p = 1.
# ensemble_average-arithmetic: pass
# ensemble_average-geometric: pass
# ensemble_average-scaling: pass
# ensemble_average-edges: fail "ensemble_average changes its input"
def ensemble_average(h, weights, biases, p, how):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 0:
        return softmax(h @ weights + biases)
    if p == 1:
        return softmax(0 * h @ weights + biases)
    if how == "scaling":
        weights *= 1 - p
        return softmax(h @ weights + biases)
    m = enumerate_masks(h.shape[1]); q = mask_probabilities(m, p)
    a = softmax((h * m[:, None]) @ weights + biases)
    if how == "arithmetic":
        return np.tensordot(q, a, 1)
    g = np.exp(np.tensordot(q, np.log(a), 1))
    return g / g.sum(axis=1, keepdims=True)
