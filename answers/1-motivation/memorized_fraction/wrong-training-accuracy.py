# The accuracy on all training labels.
# memorized_fraction-share: fail "This is the training accuracy: right labels are counted as well"
# memorized_fraction-edges: fail "Wrong where no label is wrong"
def memorized_fraction(predicted, noisy, clean):
    return (predicted == noisy).mean()
