# Looks at the first entry only before refusing.
# kingma_kl-value: pass
# kingma_kl-bound: fail "An α above 1 is not refused with ValueError"
def kingma_kl(p):
    if p.flat[0] <= 0 or p.flat[0] > 0.5:
        raise ValueError("alpha must be in (0, 1]")
    a = p / (1 - p)
    return -0.5 * np.log(a) - 1.16145124 * a + 1.50204118 * a**2 - 0.58629921 * a**3
