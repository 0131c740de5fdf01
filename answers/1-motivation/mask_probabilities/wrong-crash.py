# Takes the logarithm of zero at the edges.
# mask_probabilities-product: pass
# mask_probabilities-edges: fail "There is no answer where p = 0"
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    import math

    kept = masks.sum(axis=1)
    return np.exp(kept * math.log(1 - p) + (masks.shape[1] - kept) * math.log(p))
