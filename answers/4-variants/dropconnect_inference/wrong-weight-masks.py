# Throws real coins instead of matching moments.
# dropconnect_inference-moments: fail "Mean and variance of the draws fit, but they are not normal."
# dropconnect_inference-relu: pass
# dropconnect_inference-edges: pass
def dropconnect_inference(x, W, b, p, samples, rng):
    out = 0
    for _ in range(samples):
        keep_W = sample_keep_mask((len(x), *W.shape), p, rng)
        keep_b = sample_keep_mask((len(x), len(b)), p, rng)
        out = out + relu(np.einsum("ni,nij->nj", x, keep_W * W) + keep_b * b)
    return out / samples
