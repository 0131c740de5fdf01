# Squares the sum instead of the terms.
# dropconnect_inference-moments: fail "The variance squares the sum, not the terms."
# dropconnect_inference-relu: fail "The output is 0 where the mean of relu(u) is not."
# dropconnect_inference-edges: pass
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    mean = (1 - p) * (x @ W + b)
    variance = p * (1 - p) * (x @ W + b) ** 2
    u = rng.normal(mean, np.sqrt(variance), (samples, *mean.shape))
    return relu(u).mean(axis=0)
