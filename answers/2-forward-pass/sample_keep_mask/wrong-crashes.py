# Calls the generator with the shape spread out.
# sample_keep_mask-boolean: fail "sample_keep_mask raised TypeError"
# sample_keep_mask-share: fail "sample_keep_mask raised TypeError"
# sample_keep_mask-coins: fail "sample_keep_mask raised TypeError"
# sample_keep_mask-rng: fail "sample_keep_mask raised TypeError"
# sample_keep_mask-edges: fail "sample_keep_mask raised TypeError"
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return rng.random(*shape) >= p
