# Believes that keeping the mean keeps everything.
# variance_shift-zero: fail "No shift at all"
# variance_shift-mean: fail "No shift at all"
# variance_shift-edges: pass
def variance_shift(p, mean=0.0, variance=1.0):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return 0.0
    return 1.0
