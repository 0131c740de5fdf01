# Draws from a copy of rng, so rng never moves on.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: fail "Every call gives the same mask"
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    import copy
    return copy.deepcopy(rng).random(shape) >= p
