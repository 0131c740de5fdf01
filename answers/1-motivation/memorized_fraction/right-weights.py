# A weighted average, returned as a float32 array without dimensions.
# memorized_fraction-share: pass
# memorized_fraction-edges: pass
def memorized_fraction(predicted, noisy, clean):
    wrong = (noisy != clean).astype(np.float32)
    if wrong.sum() == 0:
        return np.array(0, dtype=np.float32)
    return np.array(np.average(predicted == noisy, weights=wrong), dtype=np.float32)
