# A loop over masks and examples.
# ensemble_average-arithmetic: pass
# ensemble_average-geometric: pass
# ensemble_average-scaling: pass
# ensemble_average-edges: pass
def ensemble_average(h, weights, biases, p, how):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    if how == "scaling":
        return softmax((1 - p) * (h @ weights) + biases)
    n, out = h.shape[1], []
    for row in h:
        total = np.zeros(len(biases))
        for keep in itertools.product([0.0, 1.0], repeat=n):
            q = 1.0
            for stays in keep:
                q *= (1 - p) if stays else p
            z = (row * np.array(keep)) @ weights + biases
            answer = np.exp(z) / np.exp(z).sum()
            total += q * (answer if how == "arithmetic" else np.log(answer))
        out.append(total if how == "arithmetic" else np.exp(total) / np.exp(total).sum())
    return np.array(out)
