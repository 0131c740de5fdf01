# Averages the probabilities of the coins.
# mask_probabilities-product: fail "The coins' probabilities are averaged. Independent coins multiply"
# mask_probabilities-edges: fail "p = 0 is not handled"
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return np.where(masks, 1 - p, p).mean(axis=1)
