# Computes with exact fractions.
# variance_shift-zero: pass
# variance_shift-mean: pass
# variance_shift-edges: pass
def variance_shift(p, mean=0.0, variance=1.0):
    from fractions import Fraction as F
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    p, m, v = F(p), F(mean), F(variance)
    return float((1 - p) * v / (v + p * m * m))
