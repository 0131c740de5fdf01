# Draws how many are kept first, and then which.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    size = int(np.prod(shape))
    return rng.permuted(np.arange(size) < rng.binomial(size, 1 - p)).reshape(shape)
