# Squares where it should cube.
# kingma_kl-value: fail "The values are not those of the approximation."
# kingma_kl-bound: pass
def kingma_kl(p):
    if not np.all((p > 0) & (p <= 0.5)):
        raise ValueError("p must be a probability")
    a = p / (1 - p)
    return -0.5 * np.log(a) - 1.16145124 * a + 1.50204118 * a**2 - 0.58629921 * a**2
