# Looks the number of kept units up in a table.
# mask_probabilities-product: pass
# mask_probabilities-edges: pass
def mask_probabilities(masks, p):
    if abs(p - 0.5) > 0.5:
        raise ValueError(p)
    n = masks.shape[1]
    t = np.array([(1 - p) ** k * p ** (n - k) for k in range(n + 1)])
    return t[masks.sum(axis=1)]
