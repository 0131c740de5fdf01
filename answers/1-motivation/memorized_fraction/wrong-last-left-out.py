# The loop ends one example too early.
# memorized_fraction-share: fail "The last example is left out"
# memorized_fraction-edges: pass
def memorized_fraction(predicted, noisy, clean):
    flipped = [i for i in range(len(noisy) - 1) if noisy[i] != clean[i]]
    return sum(int(predicted[i] == noisy[i]) for i in flipped) / max(len(flipped), 1)
