# Divides by the errors of the network.
# memorized_fraction-share: fail "The repeated wrong labels are divided by the network's errors, not by the wrongly"
# memorized_fraction-edges: pass
def memorized_fraction(predicted, noisy, clean):
    errors = predicted != clean
    return (predicted[errors] == noisy[errors]).mean() if errors.any() else 0.0
