# Takes three dimensions for (N, T, d) and throws one coin for all steps in time.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "of the mask are copies of others."
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if len(shape) == 3:
        n, steps, d = shape
        return np.repeat(rng.random((n, 1, d)) >= p, steps, axis=1)
    return rng.random(shape) >= p
