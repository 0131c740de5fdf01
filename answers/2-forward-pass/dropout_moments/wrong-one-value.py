# Returns the variance alone.
# dropout_moments-mean: fail "dropout_moments does not return two things"
# dropout_moments-variance: fail "dropout_moments does not return two things"
# dropout_moments-edges: fail "dropout_moments does not return two things"
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros_like(x)
    return x**2 * p / (1 - p)
