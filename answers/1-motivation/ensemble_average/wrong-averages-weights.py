# Averages the weights of the thinned networks.
# ensemble_average-arithmetic: fail "The weights or the logits are averaged, not the probabilities"
# ensemble_average-geometric: pass
# ensemble_average-scaling: pass
# ensemble_average-edges: pass
def ensemble_average(h, weights, biases, p, how):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    if how == "scaling":
        return softmax(h @ ((1 - p) * weights) + biases)
    masks = enumerate_masks(h.shape[1])
    q = mask_probabilities(masks, p)
    answers = softmax((h * masks[:, None]) @ weights + biases)
    if how == "arithmetic":
        return softmax(h @ np.tensordot(q, masks[:, :, None] * weights, 1) + biases)
    product = np.exp(np.tensordot(q, np.log(answers), 1))
    return product / product.sum(axis=1, keepdims=True)
