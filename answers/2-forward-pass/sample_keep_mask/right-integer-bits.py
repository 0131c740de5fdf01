# Compares random 53-bit integers with p * 2**53.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if p < 0 or p > 1 or p != p:
        raise ValueError("p must be in [0, 1]")
    return rng.integers(0, 1 << 53, size=shape) >= p * (1 << 53)
