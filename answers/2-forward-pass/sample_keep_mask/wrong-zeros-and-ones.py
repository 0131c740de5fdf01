# Returns numbers instead of True and False.
# sample_keep_mask-boolean: fail "The mask is not boolean"
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return (rng.random(shape) >= p).astype(float)
