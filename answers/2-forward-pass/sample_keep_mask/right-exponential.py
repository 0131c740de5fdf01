# Uses waiting times: an exponential number exceeds -log(1 - p) with probability 1 - p.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(shape, dtype=bool)
    return rng.exponential(size=shape) >= -np.log1p(-p)
