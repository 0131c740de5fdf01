# Divides by the sum over the masks at hand.
# mask_probabilities-product: fail "The probabilities are divided by their sum. A mask's own probability does not depend"
# mask_probabilities-edges: fail "p = 0 is not handled"
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    q = np.where(masks, 1 - p, p).prod(axis=1)
    return q / q.sum()
