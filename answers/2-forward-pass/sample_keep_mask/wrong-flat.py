# Returns a flat mask whatever shape is asked for.
# sample_keep_mask-boolean: fail "your mask has the wrong shape"
# sample_keep_mask-share: fail "your mask has the wrong shape"
# sample_keep_mask-coins: fail "your mask has the wrong shape"
# sample_keep_mask-rng: fail "your mask has the wrong shape"
# sample_keep_mask-edges: fail "your mask has the wrong shape"
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return rng.random(int(np.prod(shape))) >= p
