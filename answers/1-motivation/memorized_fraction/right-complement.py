# One minus the share that is not repeated.
# memorized_fraction-share: pass
# memorized_fraction-edges: pass
def memorized_fraction(predicted, noisy, clean):
    rows = np.flatnonzero(noisy - clean)
    if len(rows) == 0:
        return 0.0
    return 1 - np.count_nonzero(predicted[rows] - noisy[rows]) / len(rows)
