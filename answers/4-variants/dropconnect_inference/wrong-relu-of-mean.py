# Uses the relu of the mean.
# dropconnect_inference-moments: fail "Nothing is drawn: the output is the relu of a mean."
# dropconnect_inference-relu: fail "The output is 0 where the mean of relu(u) is not."
# dropconnect_inference-edges: fail "Every call gives the same noise."
def dropconnect_inference(x, W, b, p, samples, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    mean = (1 - p) * (x @ W + b)
    variance = p * (1 - p) * (x**2 @ W**2 + b**2)
    return relu(mean)
