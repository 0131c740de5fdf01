# Returns the sum over all entries.
# kingma_kl-value: fail "The result is not a numpy array"
# kingma_kl-bound: fail "The result is not a numpy array"
def kingma_kl(p):
    if np.any(p <= 0) or np.any(p > 0.5):
        raise ValueError("alpha must be in (0, 1]")
    a = p / (1 - p)
    return np.sum(-0.5 * np.log(a) - 1.16145124 * a + 1.50204118 * a**2 - 0.58629921 * a**3)
