# The mean of a masked array.
# memorized_fraction-share: pass
# memorized_fraction-edges: pass
def memorized_fraction(predicted, noisy, clean):
    m = np.ma.array(predicted == noisy, mask=noisy == clean)
    return float(np.ma.filled(m.mean(), 0.0))
