# Compares a normal number with p.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: fail "The share of dropped entries is not p"
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: fail "p = 0 is not handled"
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return rng.normal(size=shape) >= p
