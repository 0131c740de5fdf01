# rng.random can return 0, and 0 > 0 is False: once in 2**53 numbers p = 0 drops an entry.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: fail "p = 0 is not handled for every random number."
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return rng.random(shape) > p
