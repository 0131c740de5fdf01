# Draws the first half of the rows and repeats it.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "Some rows of the mask are copies of others"
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if len(shape) < 2 or shape[0] < 2:
        return rng.random(shape) >= p
    half = rng.random((shape[0] - shape[0] // 2, *shape[1:])) >= p
    return np.concatenate([half, half])[: shape[0]]
