# Divides whole numbers with //.
# memorized_fraction-share: fail "The fraction is rounded to a whole number"
# memorized_fraction-edges: pass
def memorized_fraction(predicted, noisy, clean):
    wrong = noisy != clean
    return (predicted[wrong] == noisy[wrong]).sum() // max(wrong.sum(), 1)
