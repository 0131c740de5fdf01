# The softmax runs over the examples.
# ensemble_average-arithmetic: fail "The softmax runs over the examples"
# ensemble_average-geometric: fail "The softmax runs over the examples"
# ensemble_average-scaling: pass
# ensemble_average-edges: fail "p = 0 is not handled with how="
def ensemble_average(h, weights, biases, p, how):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    if how == "scaling":
        return softmax(h @ ((1 - p) * weights) + biases)
    masks = enumerate_masks(h.shape[1])
    q = mask_probabilities(masks, p)
    answers = np.swapaxes(softmax(np.swapaxes((h * masks[:, None]) @ weights + biases, 1, 2)), 1, 2)
    if how == "arithmetic":
        return np.tensordot(q, answers, 1)
    product = np.exp(np.tensordot(q, np.log(answers), 1))
    return product / product.sum(axis=1, keepdims=True)
