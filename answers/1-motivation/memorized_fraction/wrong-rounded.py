# Rounded to two places.
# memorized_fraction-share: fail "The fraction is not the share of wrong labels that are repeated"
# memorized_fraction-edges: pass
def memorized_fraction(predicted, noisy, clean):
    wrong = noisy != clean
    return round(float((predicted[wrong] == noisy[wrong]).mean()), 2) if wrong.any() else 0.0
