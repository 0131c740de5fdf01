# Gives the moments of vanilla dropout.
# dropout_moments-mean: fail "The mean is that of vanilla dropout"
# dropout_moments-variance: fail "The variance is that of vanilla dropout"
# dropout_moments-edges: pass
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return (1 - p) * x, x**2 * p * (1 - p)
