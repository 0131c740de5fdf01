# Forgets the relu.
# dropconnect_inference-moments: pass
# dropconnect_inference-relu: fail "There is no relu in the output."
# dropconnect_inference-edges: fail "p = 0 is not handled."
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    mean = (1 - p) * (x @ W + b)
    variance = p * (1 - p) * (x**2 @ W**2 + b**2)
    u = rng.normal(mean, np.sqrt(variance), (samples, *mean.shape))
    return u.mean(axis=0)
