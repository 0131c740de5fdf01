# Asserts instead of raising.
# mask_probabilities-product: pass
# mask_probabilities-edges: fail "A p outside [0, 1] raises the wrong kind of error"
def mask_probabilities(masks, p):
    assert 0 <= p <= 1
    return np.where(masks, 1 - p, p).prod(axis=1)
