# Prints instead of returning.
# memorized_fraction-share: fail "The fraction is None"
# memorized_fraction-edges: fail "The fraction is None"
def memorized_fraction(predicted, noisy, clean):
    wrong = noisy != clean
    print((predicted[wrong] == noisy[wrong]).mean() if wrong.any() else 0.0)
