# Works in single precision.
# dropconnect_inference-moments: pass
# dropconnect_inference-relu: pass
# dropconnect_inference-edges: pass
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    mean = (1 - p) * (x @ W + b)
    variance = p * (1 - p) * (x**2 @ W**2 + b**2)
    noise = rng.standard_normal((samples, *mean.shape), dtype=np.float32)
    u = mean.astype(np.float32) + np.sqrt(variance).astype(np.float32) * noise
    return np.maximum(u, 0).mean(axis=0)
