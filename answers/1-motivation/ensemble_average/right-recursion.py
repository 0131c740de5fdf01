# Drops one unit after the other.
# ensemble_average-arithmetic: pass
# ensemble_average-geometric: pass
# ensemble_average-scaling: pass
# ensemble_average-edges: pass
def ensemble_average(h, weights, biases, p, how):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if how == "scaling":
        return softmax(h @ weights - p * (h @ weights) + biases)
    def walk(j, z):
        if j == len(weights):
            s = softmax(z)
            return s if how == "arithmetic" else np.log(s)
        kept = walk(j + 1, z + h[:, j : j + 1] * weights[j]) if p < 1 else 0
        gone = walk(j + 1, z) if p > 0 else 0
        return (1 - p) * kept + p * gone
    total = walk(0, np.broadcast_to(biases, (len(h), len(biases))))
    return total if how == "arithmetic" else softmax(total)
