# All masks count the same.
# ensemble_average-arithmetic: fail "The masks are averaged with equal weights"
# ensemble_average-geometric: fail "The masks are averaged with equal weights"
# ensemble_average-scaling: pass
# ensemble_average-edges: fail "p = 0 is not handled with how="
def ensemble_average(h, weights, biases, p, how):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    if how == "scaling":
        return softmax(h @ ((1 - p) * weights) + biases)
    masks = enumerate_masks(h.shape[1])
    q = np.full(len(masks), 1 / len(masks))
    answers = softmax((h * masks[:, None]) @ weights + biases)
    if how == "arithmetic":
        return np.tensordot(q, answers, 1)
    product = np.exp(np.tensordot(q, np.log(answers), 1))
    return product / product.sum(axis=1, keepdims=True)
