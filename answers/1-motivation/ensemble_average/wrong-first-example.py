# Answers for the first example only.
# ensemble_average-arithmetic: fail "The output of ensemble_average with how="
# ensemble_average-geometric: fail "The output of ensemble_average with how="
# ensemble_average-scaling: fail "The output of ensemble_average with how="
# ensemble_average-edges: fail "The output of ensemble_average with how="
def ensemble_average(h, weights, biases, p, how):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    if how == "scaling":
        return softmax(h[:1] @ ((1 - p) * weights) + biases)
    masks = enumerate_masks(h.shape[1])
    q = mask_probabilities(masks, p)
    answers = softmax((h[0] * masks) @ weights + biases)
    if how == "arithmetic":
        return np.tensordot(q, answers, 1)
    product = np.exp(np.tensordot(q, np.log(answers), 1))
    return product / product.sum()
