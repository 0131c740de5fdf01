# The mean of nothing where no label is wrong.
# memorized_fraction-share: pass
# memorized_fraction-edges: fail "Wrong where no label is wrong"
def memorized_fraction(predicted, noisy, clean):
    wrong = noisy != clean
    return (predicted[wrong] == noisy[wrong]).mean()
