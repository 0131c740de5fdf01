# Of the repeated labels, the share that is wrong.
# memorized_fraction-share: fail "The condition is the wrong way round: divide by the wrong labels, not by the repeated"
# memorized_fraction-edges: fail "Wrong where every wrong label is repeated"
def memorized_fraction(predicted, noisy, clean):
    repeated = predicted == noisy
    return (noisy[repeated] != clean[repeated]).mean() if repeated.any() else 0.0
