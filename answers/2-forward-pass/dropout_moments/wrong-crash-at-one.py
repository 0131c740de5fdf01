# Divides by zero at p = 1.
# dropout_moments-mean: pass
# dropout_moments-variance: pass
# dropout_moments-edges: fail "The variance from dropout_moments contains nan or infinity"
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return x.copy(), x**2 * p / (1 - p)
