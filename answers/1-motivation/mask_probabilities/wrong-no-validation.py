# Accepts any p.
# mask_probabilities-product: pass
# mask_probabilities-edges: fail "A p outside [0, 1] is accepted"
def mask_probabilities(masks, p):
    return np.where(masks, 1 - p, p).prod(axis=1)
