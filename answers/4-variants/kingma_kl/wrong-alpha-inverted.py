# Swaps drop and keep in alpha.
# kingma_kl-value: fail "α is (1-p)/p; it is p/(1-p)"
# kingma_kl-bound: pass
def kingma_kl(p):
    if np.any(p <= 0) or np.any(p > 0.5):
        raise ValueError("alpha must be in (0, 1]")
    a = (1 - p) / p
    return -0.5 * np.log(a) - 1.16145124 * a + 1.50204118 * a**2 - 0.58629921 * a**3
