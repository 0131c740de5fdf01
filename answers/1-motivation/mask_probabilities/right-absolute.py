# The distance of each entry from p, in single precision.
# mask_probabilities-product: pass
# mask_probabilities-edges: pass
def mask_probabilities(masks, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")

    return np.abs(masks.astype(np.float32) - np.float32(p)).prod(axis=1) if p not in (0, 1) else np.abs(masks - float(p)).prod(axis=1)
