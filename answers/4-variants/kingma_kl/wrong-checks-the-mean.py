# Checks the mean of all p.
# kingma_kl-value: pass
# kingma_kl-bound: fail "An α above 1 is not refused with ValueError."
def kingma_kl(p):
    if not (0 < p.mean() <= 0.5):
        raise ValueError("p must be a probability")
    a = p / (1 - p)
    return -0.5 * np.log(a) - 1.16145124 * a + 1.50204118 * a**2 - 0.58629921 * a**3
