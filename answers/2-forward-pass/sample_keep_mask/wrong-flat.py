# Returns a flat mask whatever shape is asked for.
# sample_keep_mask-boolean: fail "Your mask has the wrong shape"
# sample_keep_mask-share: fail "Your mask has the wrong shape"
# sample_keep_mask-coins: fail "Your mask has the wrong shape"
# sample_keep_mask-rng: fail "Your mask has the wrong shape"
# sample_keep_mask-edges: fail "Your mask has the wrong shape"
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return rng.random(int(np.prod(shape))) >= p
