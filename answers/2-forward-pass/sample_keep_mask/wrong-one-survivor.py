# Makes sure that at least one unit of every example stays.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "It never happens that a whole group of entries is dropped"
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: fail "p = 1 is not handled"
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    keep = rng.random(shape) >= p
    keep[..., 0] |= ~keep.any(axis=-1)
    return keep
