# Takes one dimension for a vector of biases, and drops nothing in it.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "An array of one dimension is kept as a whole"
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if len(shape) == 1:
        return np.ones(shape, dtype=bool)
    return rng.random(shape) >= p
