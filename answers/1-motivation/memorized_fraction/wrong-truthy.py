# Asks the positions of the wrong labels whether any of them is not 0.
# memorized_fraction-share: pass
# memorized_fraction-edges: fail "Wrong where a single label is wrong, and repeated"
def memorized_fraction(predicted, noisy, clean):
    rows = np.where(noisy != clean)[0]
    if not rows.any():
        return 0.0
    return np.mean(predicted[rows] == noisy[rows])
