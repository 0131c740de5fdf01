# Divides by all examples.
# memorized_fraction-share: fail "The repeated wrong labels are divided by all examples, not by the wrongly labelled"
# memorized_fraction-edges: fail "Wrong where every wrong label is repeated"
def memorized_fraction(predicted, noisy, clean):
    return ((noisy != clean) & (predicted == noisy)).mean()
