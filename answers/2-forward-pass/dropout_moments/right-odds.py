# Uses 1/(1-p) - 1 for the variance of the mask.
# dropout_moments-mean: pass
# dropout_moments-variance: pass
# dropout_moments-edges: pass
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1.0:
        return x * 0.0, x * 0.0
    return +x, np.square(x) * (1 / (1 - p) - 1)
