# A number of examples.
# memorized_fraction-share: fail "This is a number of examples, not a fraction"
# memorized_fraction-edges: fail "Wrong where every wrong label is repeated"
def memorized_fraction(predicted, noisy, clean):
    wrong = noisy != clean
    return (predicted[wrong] == noisy[wrong]).sum()
