# Accepts any p.
# variance_shift-zero: pass
# variance_shift-mean: pass
# variance_shift-edges: fail "A p outside [0, 1] is accepted"
def variance_shift(p, mean=0.0, variance=1.0):
    if p == 1:
        return 0.0
    return (1 - p) * variance / (variance + p * mean**2)
