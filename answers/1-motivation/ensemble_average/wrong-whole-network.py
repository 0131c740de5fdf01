# Takes the whole network for the average.
# ensemble_average-arithmetic: fail "This is the whole network, without any mask"
# ensemble_average-geometric: pass
# ensemble_average-scaling: pass
# ensemble_average-edges: fail "p = 1 is not handled with how="
def ensemble_average(h, weights, biases, p, how):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    if how == "scaling":
        return softmax(h @ ((1 - p) * weights) + biases)
    masks = enumerate_masks(h.shape[1])
    q = mask_probabilities(masks, p)
    answers = softmax((h * masks[:, None]) @ weights + biases)
    if how == "arithmetic":
        return softmax(h @ weights + biases)
    product = np.exp(np.tensordot(q, np.log(answers), 1))
    return product / product.sum(axis=1, keepdims=True)
