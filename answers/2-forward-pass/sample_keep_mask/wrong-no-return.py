# Forgets to return the mask.
# sample_keep_mask-boolean: fail "your mask is None"
# sample_keep_mask-share: fail "your mask is None"
# sample_keep_mask-coins: fail "your mask is None"
# sample_keep_mask-rng: fail "your mask is None"
# sample_keep_mask-edges: fail "your mask is None"
def sample_keep_mask(shape, p, rng):
    keep = rng.random(shape) >= p
