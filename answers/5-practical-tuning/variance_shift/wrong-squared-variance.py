# Takes the variance for a standard deviation.
# variance_shift-zero: pass
# variance_shift-mean: fail "The variance is squared, as if it were a standard deviation"
# variance_shift-edges: pass
def variance_shift(p, mean=0.0, variance=1.0):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return (1 - p) * variance**2 / (variance**2 + p * mean**2)
