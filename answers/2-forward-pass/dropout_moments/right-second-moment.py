# Subtracts the square of the mean from the mean of the square.
# dropout_moments-mean: pass
# dropout_moments-variance: pass
# dropout_moments-edges: pass
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    mean = x * 1.0
    return mean, x**2 / (1 - p) - mean**2
