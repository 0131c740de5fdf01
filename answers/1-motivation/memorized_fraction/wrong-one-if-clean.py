# Takes a clean set for completely memorised.
# memorized_fraction-share: pass
# memorized_fraction-edges: fail "Wrong where no label is wrong"
def memorized_fraction(predicted, noisy, clean):
    wrong = noisy != clean
    return (predicted[wrong] == noisy[wrong]).mean() if wrong.any() else 1.0
