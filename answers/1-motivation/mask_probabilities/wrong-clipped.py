# Pushes p away from the edges and accepts what is outside.
# mask_probabilities-product: pass
# mask_probabilities-edges: fail "p = 0 is not handled"
def mask_probabilities(masks, p):
    p = min(max(p, 1e-3), 1 - 1e-3)
    return np.where(masks, 1 - p, p).prod(axis=1)
