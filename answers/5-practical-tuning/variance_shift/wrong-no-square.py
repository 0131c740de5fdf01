# Forgets to square the mean.
# variance_shift-zero: pass
# variance_shift-mean: fail "The mean enters without its square"
# variance_shift-edges: pass
def variance_shift(p, mean=0.0, variance=1.0):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return 0.0
    return variance / (variance + (variance + mean) * p / (1 - p))
