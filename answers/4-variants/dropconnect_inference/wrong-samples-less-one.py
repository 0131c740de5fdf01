# Draws one sample too few.
# dropconnect_inference-moments: pass
# dropconnect_inference-relu: fail "The draws are not averaged: the output is one draw."
# dropconnect_inference-edges: pass
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    q = 1 - p
    mean = q * (x @ W + b)
    var = p * q * (x**2 @ W**2 + b**2)
    u = mean + np.sqrt(var) * rng.standard_normal((max(samples - 1, 1), *mean.shape))
    return np.maximum(u, 0).mean(0)
