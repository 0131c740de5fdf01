# Drops the same number of units in every example.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "The number of kept entries is fixed"
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    u = rng.random(shape)
    n = round(p * shape[-1])
    if n == 0:
        return np.ones(shape, dtype=bool)
    return u > np.sort(u, axis=-1)[..., n - 1 : n]
