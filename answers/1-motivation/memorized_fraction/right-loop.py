# A loop in plain Python.
# memorized_fraction-share: pass
# memorized_fraction-edges: pass
def memorized_fraction(predicted, noisy, clean):
    flipped = memorised = 0
    for guess, label, truth in zip(predicted, noisy, clean):
        if label != truth:
            flipped += 1
            memorised += int(guess == label)
    return memorised / flipped if flipped else 0
