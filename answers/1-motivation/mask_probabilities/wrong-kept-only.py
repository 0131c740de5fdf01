# Forgets the dropped units.
# mask_probabilities-product: fail "The dropped units are left out: each one is a factor p"
# mask_probabilities-edges: fail "p = 0 is not handled"
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return (1 - p) ** masks.sum(axis=1)
