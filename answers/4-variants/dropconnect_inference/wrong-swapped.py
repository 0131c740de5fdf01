# Swaps drop and keep in the mean.
# dropconnect_inference-moments: fail "The mean of the draws is p (xW + b), not (1-p)(xW + b)."
# dropconnect_inference-relu: pass
# dropconnect_inference-edges: fail "p = 0 is not handled."
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    mean = p * (x @ W + b)
    variance = p * (1 - p) * (x**2 @ W**2 + b**2)
    u = rng.normal(mean, np.sqrt(variance), (samples, *mean.shape))
    return relu(u).mean(axis=0)
