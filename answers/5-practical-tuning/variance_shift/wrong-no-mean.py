# Takes 1 - p for every activation.
# variance_shift-zero: pass
# variance_shift-mean: fail "The mean of the activation does not enter"
# variance_shift-edges: pass
def variance_shift(p, mean=0.0, variance=1.0):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return 0.0
    return 1 - p
