# Forgets the polynomial.
# kingma_kl-value: fail "The polynomial is missing"
# kingma_kl-bound: pass
def kingma_kl(p):
    if np.any(p <= 0) or np.any(p > 0.5):
        raise ValueError("alpha must be in (0, 1]")
    a = p / (1 - p)
    return -0.5 * np.log(a)
