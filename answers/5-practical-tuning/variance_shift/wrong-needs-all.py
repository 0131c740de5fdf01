# Has no defaults.
# variance_shift-zero: fail "raised TypeError"
# variance_shift-mean: pass
# variance_shift-edges: pass
def variance_shift(p, mean, variance):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return 0.0
    return (1 - p) * variance / (variance + p * mean**2)
