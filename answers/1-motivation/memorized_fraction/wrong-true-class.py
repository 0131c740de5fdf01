# The share for which the true class is found.
# memorized_fraction-share: fail "This is the share of wrongly labelled examples whose true class is found"
# memorized_fraction-edges: fail "Wrong where the network finds every true class"
def memorized_fraction(predicted, noisy, clean):
    wrong = noisy != clean
    return (predicted[wrong] == clean[wrong]).mean() if wrong.any() else 0.0
