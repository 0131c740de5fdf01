# Throws one coin for the whole array.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: fail "is dropped"
# sample_keep_mask-coins: fail "One coin decides for the whole array"
# sample_keep_mask-rng: fail "Every call gives the same mask"
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return np.full(shape, rng.random() >= p)
