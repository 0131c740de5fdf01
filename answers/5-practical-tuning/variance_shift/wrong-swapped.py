# Takes p for the probability of keeping.
# variance_shift-zero: fail "Drop and keep are swapped"
# variance_shift-mean: fail "Drop and keep are swapped"
# variance_shift-edges: fail "p = 0 is not handled"
def variance_shift(p, mean=0.0, variance=1.0):
    if not 0 <= p <= 1:
        raise ValueError(p)
    if p == 0:
        return 0.0
    return variance / ((variance + mean**2) / p - mean**2)
