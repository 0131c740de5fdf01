# Divides by x on the way, so a silent unit has a variance of nan.
# dropout_moments-mean: pass
# dropout_moments-variance: pass
# dropout_moments-edges: fail "contains nan or infinity."
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    second = x**2 / (1 - p)
    return x.copy(), x * (second / x - x)
