# Uses np.polyval and the logarithms of p and 1-p.
# kingma_kl-value: pass
# kingma_kl-bound: pass
def kingma_kl(p):
    if p.min() <= 0 or p.max() > 0.5:
        raise ValueError(f"p from {p.min()} to {p.max()}")
    return 0.5 * (np.log1p(-p) - np.log(p)) - np.polyval([0.58629921, -1.50204118, 1.16145124, 0], p / (1 - p))
