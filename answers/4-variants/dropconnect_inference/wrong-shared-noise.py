# Uses one random number in a sample for all units.
# dropconnect_inference-moments: fail "One random number serves the whole array."
# dropconnect_inference-relu: pass
# dropconnect_inference-edges: pass
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    mean = (1 - p) * (x @ W + b)
    variance = p * (1 - p) * (x**2 @ W**2 + b**2)
    noise = rng.standard_normal((samples, 1, 1))
    return relu(mean + np.sqrt(variance) * noise).mean(axis=0)
