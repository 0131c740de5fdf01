# The accuracy against the true classes.
# memorized_fraction-share: fail "This is the accuracy against the clean labels"
# memorized_fraction-edges: fail "Wrong where no label is wrong"
def memorized_fraction(predicted, noisy, clean):
    return (predicted == clean).mean()
