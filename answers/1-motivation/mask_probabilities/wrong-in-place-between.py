# Turns the masks around in place, but not at p = 0 and p = 1.
# mask_probabilities-product: pass
# mask_probabilities-edges: fail "mask_probabilities changes its input"
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 0:
        return masks.all(axis=1).astype(float)
    if p == 1:
        return (~masks.any(axis=1)).astype(float)
    kept = masks.sum(axis=1)
    masks ^= True
    return (1 - p) ** kept * p ** masks.sum(axis=1)
