# Averages the shares of the ten classes.
# memorized_fraction-share: fail "The fraction is not the share of wrong labels that are repeated"
# memorized_fraction-edges: pass
def memorized_fraction(predicted, noisy, clean):
    shares = []
    for c in range(10):
        rows = (noisy != clean) & (clean == c)
        if rows.any():
            shares.append((predicted[rows] == noisy[rows]).mean())
    return float(np.mean(shares)) if shares else 0.0
