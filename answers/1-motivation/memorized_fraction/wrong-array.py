# One answer for each wrong label.
# memorized_fraction-share: fail "The fraction is an array and not one number"
# memorized_fraction-edges: fail "The fraction is an array and not one number"
def memorized_fraction(predicted, noisy, clean):
    wrong = noisy != clean
    return predicted[wrong] == noisy[wrong]
