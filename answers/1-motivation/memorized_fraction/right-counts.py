# Counts with sums and lets max() guard the division.
# memorized_fraction-share: pass
# memorized_fraction-edges: pass
def memorized_fraction(predicted, noisy, clean):
    wrong = noisy != clean
    return np.sum(wrong & (predicted == noisy)) / max(np.sum(wrong), 1)
