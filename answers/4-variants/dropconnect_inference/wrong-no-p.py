# Forgets the factor p in the variance.
# dropconnect_inference-moments: fail "The factor p is missing in the variance."
# dropconnect_inference-relu: fail "The output is not the mean of relu(u)."
# dropconnect_inference-edges: fail "p = 0 is not handled."
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    mean = (1 - p) * (x @ W + b)
    variance = (1 - p) * (x**2 @ W**2 + b**2)
    u = rng.normal(mean, np.sqrt(variance), (samples, *mean.shape))
    return relu(u).mean(axis=0)
