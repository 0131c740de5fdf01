# Draws up masks and probabilities of its own, in single precision.
# ensemble_average-arithmetic: pass
# ensemble_average-geometric: pass
# ensemble_average-scaling: pass
# ensemble_average-edges: pass
def ensemble_average(h, weights, biases, p, how):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    if how == "scaling":
        return softmax((h @ weights) * (1 - p) + biases).astype(np.float32)
    n = h.shape[1]
    keep = (np.arange(2**n)[:, None] >> np.arange(n)) % 2
    q = np.where(keep, 1 - p, p).prod(1).astype(np.float32)
    answers = softmax(((h * keep[:, None]) @ weights + biases).astype(np.float32))
    if how == "arithmetic":
        return (q @ answers.reshape(2**n, -1)).reshape(len(h), -1)
    g = np.exp((q @ np.log(answers).reshape(2**n, -1)).reshape(len(h), -1))
    return (g.T / g.sum(axis=1)).T
