# Takes the bias for the weight of an input of 1, and puts the samples last.
# dropconnect_inference-moments: pass
# dropconnect_inference-relu: pass
# dropconnect_inference-edges: pass
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    x1, W1 = np.column_stack([x, np.ones(len(x))]), np.vstack([W, b])
    mean, var = (1 - p) * x1 @ W1, p * (1 - p) * np.square(x1) @ np.square(W1)
    u = rng.normal(mean[..., None], np.sqrt(var)[..., None], (*mean.shape, samples))
    return np.clip(u, 0, None).mean(-1)
