# Accepts any p in (0, 1).
# kingma_kl-value: pass
# kingma_kl-bound: fail "An α above 1 is not refused with ValueError"
def kingma_kl(p):
    if np.any(p <= 0) or np.any(p >= 1):
        raise ValueError("alpha must be in (0, 1]")
    a = p / (1 - p)
    return -0.5 * np.log(a) - 1.16145124 * a + 1.50204118 * a**2 - 0.58629921 * a**3
