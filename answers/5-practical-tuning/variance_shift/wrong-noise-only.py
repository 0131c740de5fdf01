# Takes the variance of the noise alone.
# variance_shift-zero: fail "there is only noise"
# variance_shift-mean: fail "there is only noise"
# variance_shift-edges: fail "raised ZeroDivisionError"
def variance_shift(p, mean=0.0, variance=1.0):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return 0.0
    return variance / ((variance + mean**2) * p / (1 - p))
