# Knows that the geometric mean is the softmax of the mean logits.
# ensemble_average-arithmetic: pass
# ensemble_average-geometric: pass
# ensemble_average-scaling: pass
# ensemble_average-edges: pass
def ensemble_average(h, weights, biases, p, how):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    if how != "arithmetic":
        return softmax((1 - p) * h @ weights + biases)
    masks = enumerate_masks(h.shape[1])
    return (mask_probabilities(masks, p)[:, None, None] * softmax((masks[:, None] * h) @ weights + biases)).sum(0)
