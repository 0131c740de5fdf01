# Forgets p and throws a fair coin.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: fail "Half is dropped, whatever p is"
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: fail "p = 0 is not handled"
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return rng.random(shape) < 0.5
