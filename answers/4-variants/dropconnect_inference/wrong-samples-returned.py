# Returns all samples.
# dropconnect_inference-moments: fail "The samples are not averaged."
# dropconnect_inference-relu: fail "The samples are not averaged."
# dropconnect_inference-edges: fail "The samples are not averaged."
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    mean = (1 - p) * (x @ W + b)
    variance = p * (1 - p) * (x**2 @ W**2 + b**2)
    u = rng.normal(mean, np.sqrt(variance), (samples, *mean.shape))
    return relu(u)
