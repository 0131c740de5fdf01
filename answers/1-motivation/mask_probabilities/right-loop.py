# A loop over masks and units.
# mask_probabilities-product: pass
# mask_probabilities-edges: pass
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    probabilities = []
    for mask in masks:
        q = 1.0
        for stays in mask:
            q *= 1 - p if stays else p
        probabilities.append(q)
    return np.array(probabilities)
