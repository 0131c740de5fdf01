# Sums up the samples.
# dropconnect_inference-moments: pass
# dropconnect_inference-relu: fail "The samples are summed up, or divided by samples - 1; the mean divides by samples."
# dropconnect_inference-edges: fail "The samples are summed up; the mean divides by samples."
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    q = 1 - p
    mean = q * (x @ W + b)
    var = p * q * (x**2 @ W**2 + b**2)
    u = mean + np.sqrt(var) * rng.standard_normal((samples, *mean.shape))
    return np.maximum(u, 0).sum(0)
