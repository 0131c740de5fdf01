# Rounds to six places.
# mask_probabilities-product: fail "The probabilities are only nearly right"
# mask_probabilities-edges: pass
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return np.round(np.where(masks, 1 - p, p).prod(axis=1), 6)
