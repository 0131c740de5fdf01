# Uses every draw twice, with both signs.
# dropconnect_inference-moments: pass
# dropconnect_inference-relu: fail "The samples are not independent of each other: with two, the noise cancels."
# dropconnect_inference-edges: pass
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be a probability")
    q = 1 - p
    mean = q * (x @ W + b)
    var = p * q * (x**2 @ W**2 + b**2)
    u = mean + np.sqrt(var) * (lambda e: np.concatenate([e, -e])[:samples])(rng.standard_normal(((samples + 1) // 2, *mean.shape)))
    return np.maximum(u, 0).mean(0)
