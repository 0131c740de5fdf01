# Returns two numbers instead of two arrays.
# dropout_moments-mean: fail "The mean from dropout_moments is not a numpy array"
# dropout_moments-variance: fail "The mean from dropout_moments is not a numpy array"
# dropout_moments-edges: fail "The mean from dropout_moments is not a numpy array"
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return x.mean(), x.var()
