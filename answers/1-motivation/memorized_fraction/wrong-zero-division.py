# Divides by the number of wrong labels, whatever it is.
# memorized_fraction-share: pass
# memorized_fraction-edges: fail "There is no answer where no label is wrong"
def memorized_fraction(predicted, noisy, clean):
    flipped = [i for i in range(len(noisy)) if noisy[i] != clean[i]]
    return sum(int(predicted[i] == noisy[i]) for i in flipped) / len(flipped)
