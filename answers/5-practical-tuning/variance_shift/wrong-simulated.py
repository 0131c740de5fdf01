# Draws and measures.
# variance_shift-zero: fail "The ratio is wrong"
# variance_shift-mean: fail "The ratio is wrong"
# variance_shift-edges: pass
def variance_shift(p, mean=0.0, variance=1.0):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return 0.0
    if p == 0:
        return 1.0
    rng = np.random.default_rng(0)
    x = mean + variance**0.5 * rng.normal(size=20_000)
    y = x * (rng.random(x.shape) >= p) / (1 - p)
    return x.var() / y.var()
