# Takes the logarithm to base 10.
# kingma_kl-value: fail "The logarithm is to base 10"
# kingma_kl-bound: pass
def kingma_kl(p):
    if np.any(p <= 0) or np.any(p > 0.5):
        raise ValueError("alpha must be in (0, 1]")
    a = p / (1 - p)
    return -0.5 * np.log10(a) - 1.16145124 * a + 1.50204118 * a**2 - 0.58629921 * a**3
