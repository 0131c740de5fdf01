# Forgets the kept units.
# mask_probabilities-product: fail "The kept units are left out: each one is a factor 1 - p"
# mask_probabilities-edges: fail "p = 1 is not handled"
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return p ** (~masks).sum(axis=1)
