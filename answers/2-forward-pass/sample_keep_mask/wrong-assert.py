# Refuses a wrong p with an assert instead of a ValueError.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: fail "A p outside [0, 1] raises the wrong kind of error"
def sample_keep_mask(shape, p, rng):
    assert 0 <= p <= 1
    return rng.random(shape) >= p
