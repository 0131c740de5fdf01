# Refuses p = 1, which the conventions allow.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: fail "sample_keep_mask raised ValueError"
def sample_keep_mask(shape, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    return rng.random(shape) >= p
