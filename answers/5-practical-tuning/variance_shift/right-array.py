# Computes with arrays of no dimension.
# variance_shift-zero: pass
# variance_shift-mean: pass
# variance_shift-edges: pass
def variance_shift(p, mean=0.0, variance=1.0):
    if p < 0 or p > 1:
        raise ValueError(p)
    p, mean, variance = np.asarray([p, mean, variance], dtype=np.float64)
    return np.float64((1 - p) / (1 + p * np.square(mean) / variance))
