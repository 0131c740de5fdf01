# np.average, and a softmax of the mean logarithm.
# ensemble_average-arithmetic: pass
# ensemble_average-geometric: pass
# ensemble_average-scaling: pass
# ensemble_average-edges: pass
def ensemble_average(h, weights, biases, p, how):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    if how == "scaling":
        return softmax(((1 - p) * h) @ weights + biases)
    masks = enumerate_masks(h.shape[1])
    answers = softmax(np.einsum("mj,nj,jk->mnk", masks, h, weights) + biases)
    q = mask_probabilities(masks, p)
    if how == "arithmetic":
        return np.average(answers, axis=0, weights=q)
    return softmax(np.average(np.log(answers), axis=0, weights=q))
