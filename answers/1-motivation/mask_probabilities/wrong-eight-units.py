# Counts on eight units.
# mask_probabilities-product: fail "The probabilities are wrong"
# mask_probabilities-edges: fail "p = 0 is not handled"
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    kept = masks.sum(axis=1)
    return (1 - p) ** kept * p ** (8 - kept)
