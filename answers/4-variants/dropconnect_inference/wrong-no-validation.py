# Accepts every p.
# dropconnect_inference-moments: pass
# dropconnect_inference-relu: pass
# dropconnect_inference-edges: fail "A p outside [0, 1] is accepted."
def dropconnect_inference(x, W, b, p, samples, rng):
    mean = (1 - p) * (x @ W + b)
    variance = np.maximum(p * (1 - p), 0) * (x**2 @ W**2 + b**2)
    u = rng.normal(mean, np.sqrt(variance), (samples, *mean.shape))
    return relu(u).mean(axis=0)
