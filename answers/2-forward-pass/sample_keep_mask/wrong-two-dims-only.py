# Unpacks the shape into n and d and fails for any other number of dimensions.
# sample_keep_mask-boolean: fail "sample_keep_mask raised ValueError."
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "sample_keep_mask raised ValueError."
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p")
    n, d = shape
    return rng.random((n, d)) >= p
