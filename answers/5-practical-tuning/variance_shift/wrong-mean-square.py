# Takes the mean square for the variance in training.
# variance_shift-zero: pass
# variance_shift-mean: fail "This takes the mean square for the variance"
# variance_shift-edges: fail "p = 0 is not handled"
def variance_shift(p, mean=0.0, variance=1.0):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return 0.0
    return variance / ((variance + mean**2) / (1 - p))
