# The probability of the number of kept units.
# mask_probabilities-product: fail "This is how likely that number of kept units is, not how likely this very mask is"
# mask_probabilities-edges: pass
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    from math import comb

    n = masks.shape[1]
    return np.array([comb(n, k) * (1 - p) ** k * p ** (n - k) for k in masks.sum(axis=1).tolist()])
