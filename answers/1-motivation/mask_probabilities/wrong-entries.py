# One probability for each entry.
# mask_probabilities-product: fail "There is a probability for each entry, not for each mask"
# mask_probabilities-edges: fail "There is a probability for each entry, not for each mask"
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return np.where(masks, 1 - p, p)
