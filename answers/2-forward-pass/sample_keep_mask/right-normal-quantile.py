# Compares normal numbers with the p-quantile of the normal distribution.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
from statistics import NormalDist


def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p in (0, 1):
        return np.full(shape, p == 0)
    return rng.normal(10.0, 3.0, size=shape) > NormalDist(10.0, 3.0).inv_cdf(p)
