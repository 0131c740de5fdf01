# Compares random bytes with round(256 p), so 0.3 becomes 77/256.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: fail "Nothing is dropped."
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p")
    return rng.integers(0, 256, size=shape) >= round(256 * p)
