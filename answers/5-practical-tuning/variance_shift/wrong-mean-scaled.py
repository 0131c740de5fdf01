# Believes that the mean grows in training.
# variance_shift-zero: pass
# variance_shift-mean: fail "In training the mean stays as it is: inverted dropout neither scales it up nor down"
# variance_shift-edges: pass
def variance_shift(p, mean=0.0, variance=1.0):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return 0.
    return variance / ((variance + mean**2) / (1 - p) - (mean / (1 - p)) ** 2)
