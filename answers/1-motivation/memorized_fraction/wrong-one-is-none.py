# Takes a single wrong label for none.
# memorized_fraction-share: pass
# memorized_fraction-edges: fail "Wrong where a single label is wrong, and repeated"
def memorized_fraction(predicted, noisy, clean):
    wrong = noisy != clean
    if wrong.sum() <= 1:
        return 0.0
    return (predicted[wrong] == noisy[wrong]).mean()
