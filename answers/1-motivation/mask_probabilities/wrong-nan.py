# Zero times minus infinity at the edges.
# mask_probabilities-product: pass
# mask_probabilities-edges: fail "The array of probabilities contains nan or infinity"
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    kept = masks.sum(axis=1)
    with np.errstate(all="ignore"):
        return np.exp(kept * np.log(1 - p) + (masks.shape[1] - kept) * np.log(p))
