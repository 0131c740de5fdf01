# Logarithms, with the edges apart.
# mask_probabilities-product: pass
# mask_probabilities-edges: pass
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    if p in (0, 1):
        return (masks.all(axis=1) if p == 0 else ~masks.any(axis=1)).astype(float)
    return np.exp(np.where(masks, np.log1p(-p), np.log(p)).sum(axis=1))
