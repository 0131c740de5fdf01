# Accepts any p.
# ensemble_average-arithmetic: pass
# ensemble_average-geometric: pass
# ensemble_average-scaling: pass
# ensemble_average-edges: fail "A p outside [0, 1] is accepted"
def ensemble_average(h, weights, biases, p, how):
    if how == "scaling":
        return softmax(h @ ((1 - p) * weights) + biases)
    masks = enumerate_masks(h.shape[1])
    q = np.where(masks, 1 - p, p).prod(axis=1)
    answers = softmax((h * masks[:, None]) @ weights + biases)
    if how == "arithmetic":
        return np.tensordot(q, answers, 1)
    product = np.exp(np.tensordot(q, np.log(answers), 1))
    return product / product.sum(axis=1, keepdims=True)
