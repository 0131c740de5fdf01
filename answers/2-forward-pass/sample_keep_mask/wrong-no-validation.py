# Accepts a p that is no probability.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: fail "A p outside [0, 1] is accepted"
def sample_keep_mask(shape, p, rng):
    return rng.random(shape) >= p
