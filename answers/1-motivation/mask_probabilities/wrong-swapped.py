# Drop and keep swapped.
# mask_probabilities-product: fail "Drop and keep are swapped"
# mask_probabilities-edges: fail "p = 0 is not handled"
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return np.where(masks, p, 1 - p).prod(axis=1)
