# Adds up the samples one by one.
# dropconnect_inference-moments: pass
# dropconnect_inference-relu: pass
# dropconnect_inference-edges: pass
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    mean = (1 - p) * (x @ W + b)
    variance = p * (1 - p) * (x**2 @ W**2 + b**2)
    total = np.zeros(mean.shape)
    for _ in range(samples):
        total += np.clip(mean + np.sqrt(variance) * rng.standard_normal(mean.shape), 0, None)
    return total / samples
