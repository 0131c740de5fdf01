# Sums over the two outcomes.
# dropout_moments-mean: pass
# dropout_moments-variance: pass
# dropout_moments-edges: pass
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    values = [(0 * x, p)]
    if p < 1:
        values.append((x / (1 - p), 1 - p))
    mean = sum(y * q for y, q in values)
    return mean, sum((y - mean) ** 2 * q for y, q in values)
