# Squeezes the probability of a single mask.
# mask_probabilities-product: pass
# mask_probabilities-edges: fail "The array of probabilities has the wrong shape"
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return np.squeeze(np.where(masks, 1 - p, p).prod(axis=1))
