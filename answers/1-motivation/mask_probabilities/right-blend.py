# A weighted sum of both factors.
# mask_probabilities-product: pass
# mask_probabilities-edges: pass
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return np.prod(masks * (1 - p) + ~masks * p, axis=1)
