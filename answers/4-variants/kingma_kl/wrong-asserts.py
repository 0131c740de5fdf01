# Refuses with an assertion.
# kingma_kl-value: pass
# kingma_kl-bound: fail "An α above 1 is not refused with ValueError"
def kingma_kl(p):
    assert np.all((p > 0) & (p <= 0.5))
    a = p / (1 - p)
    return -0.5 * np.log(a) - 1.16145124 * a + 1.50204118 * a**2 - 0.58629921 * a**3
