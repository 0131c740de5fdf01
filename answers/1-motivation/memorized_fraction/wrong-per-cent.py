# Per cent instead of a share.
# memorized_fraction-share: fail "The fraction is given in per cent, not between 0 and 1"
# memorized_fraction-edges: fail "Wrong where every wrong label is repeated"
def memorized_fraction(predicted, noisy, clean):
    wrong = noisy != clean
    return 100 * (predicted[wrong] == noisy[wrong]).mean() if wrong.any() else 0.0
