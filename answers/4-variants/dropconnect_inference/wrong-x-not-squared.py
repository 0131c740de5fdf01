# Forgets the square of x in the variance.
# dropconnect_inference-moments: fail "x is not squared in the variance."
# dropconnect_inference-relu: pass
# dropconnect_inference-edges: pass
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    q = 1 - p
    mean = q * (x @ W + b)
    var = p * q * (np.abs(x) @ W**2 + b**2)
    u = mean + np.sqrt(var) * rng.standard_normal((samples, *mean.shape))
    return np.maximum(u, 0).mean(0)
