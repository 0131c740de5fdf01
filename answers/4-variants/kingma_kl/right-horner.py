# Evaluates the polynomial by Horner's rule and checks alpha.
# kingma_kl-value: pass
# kingma_kl-bound: pass
def kingma_kl(p):
    a = 1 / (1 / np.where(p > 0, p, np.nan) - 1)
    if not ((a > 0) & (a <= 1 + 1e-9)).all():
        raise ValueError("alpha is not in (0, 1]")
    return -(0.5 * np.log(a) + a * (1.16145124 + a * (-1.50204118 + a * 0.58629921)))
