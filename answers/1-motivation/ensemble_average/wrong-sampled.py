# A thousand random masks instead of all.
# ensemble_average-arithmetic: fail "The arithmetic average is only approximate. All masks can be listed"
# ensemble_average-geometric: fail "The geometric average is only approximate. All masks can be listed"
# ensemble_average-scaling: pass
# ensemble_average-edges: pass
def ensemble_average(h, weights, biases, p, how):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    if how == "scaling":
        return softmax(h @ ((1 - p) * weights) + biases)
    masks = np.random.default_rng(0).random((1000, h.shape[1])) >= p
    q = np.full(len(masks), 1 / len(masks))
    answers = softmax((h * masks[:, None]) @ weights + biases)
    if how == "arithmetic":
        return np.tensordot(q, answers, 1)
    product = np.exp(np.tensordot(q, np.log(answers), 1))
    return product / product.sum(axis=1, keepdims=True)
