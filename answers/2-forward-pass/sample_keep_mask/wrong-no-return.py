# Forgets to return the mask.
# sample_keep_mask-boolean: fail "Your mask is None"
# sample_keep_mask-share: fail "Your mask is None"
# sample_keep_mask-coins: fail "Your mask is None"
# sample_keep_mask-rng: fail "Your mask is None"
# sample_keep_mask-edges: fail "Your mask is None"
def sample_keep_mask(shape, p, rng):
    keep = rng.random(shape) >= p
