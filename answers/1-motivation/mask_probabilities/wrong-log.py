# Logarithms that nobody takes back.
# mask_probabilities-product: fail "These are the logarithms of the probabilities"
# mask_probabilities-edges: fail "The array of probabilities contains nan or infinity"
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    with np.errstate(divide="ignore"):
        return np.log(np.where(masks, 1 - p, p)).sum(axis=1)
