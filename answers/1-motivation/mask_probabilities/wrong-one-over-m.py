# All masks that were asked for equally likely.
# mask_probabilities-product: fail "All masks get the same probability"
# mask_probabilities-edges: fail "p = 0 is not handled"
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return np.full(len(masks), 1 / len(masks))
