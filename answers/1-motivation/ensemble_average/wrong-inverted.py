# Scales up what is kept in the thinned networks, and then does not scale the whole one.
# ensemble_average-arithmetic: fail "The thinned networks scale up what they keep. Here they use bare masks of 0 and 1"
# ensemble_average-geometric: fail "The thinned networks scale up what they keep. Here they use bare masks of 0 and 1"
# ensemble_average-scaling: fail "The weights are not scaled"
# ensemble_average-edges: fail "The output of ensemble_average with how="
def ensemble_average(h, weights, biases, p, how):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    if how == "scaling":
        return softmax(h @ weights + biases)
    masks = enumerate_masks(h.shape[1])
    q = mask_probabilities(masks, p)
    answers = softmax((h * masks[:, None] / max(1 - p, 1e-9)) @ weights + biases)
    if how == "arithmetic":
        return np.tensordot(q, answers, 1)
    product = np.exp(np.tensordot(q, np.log(answers), 1))
    return product / product.sum(axis=1, keepdims=True)
