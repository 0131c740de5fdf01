# Blanks out the examples that do not count, in the array it was given.
# memorized_fraction-share: pass
# memorized_fraction-edges: fail "memorized_fraction changes its input"
def memorized_fraction(predicted, noisy, clean):
    count = (noisy != clean).sum()
    predicted[noisy == clean] = -1
    return (predicted == noisy).sum() / max(count, 1)
