# Counts every error on a wrongly labelled example.
# memorized_fraction-share: fail "Every error on a wrongly labelled example is counted, also where the network answers"
# memorized_fraction-edges: pass
def memorized_fraction(predicted, noisy, clean):
    wrong = noisy != clean
    return (predicted[wrong] != clean[wrong]).mean() if wrong.any() else 0.0
