# The share that is not repeated.
# memorized_fraction-share: fail "This is the share of wrong labels that are not repeated"
# memorized_fraction-edges: fail "Wrong where the network finds every true class"
def memorized_fraction(predicted, noisy, clean):
    wrong = noisy != clean
    return (predicted[wrong] != noisy[wrong]).mean() if wrong.any() else 0.0
