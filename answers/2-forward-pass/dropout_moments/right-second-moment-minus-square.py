# Computes the mean of the square minus the square of the mean, as in hint 1.
# dropout_moments-mean: pass
# dropout_moments-variance: pass
# dropout_moments-edges: pass
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        zeros = np.zeros_like(x)
        return zeros, zeros
    kept = x / (1 - p)
    mean = p * 0 + (1 - p) * kept
    return mean, p * 0**2 + (1 - p) * kept**2 - mean**2
