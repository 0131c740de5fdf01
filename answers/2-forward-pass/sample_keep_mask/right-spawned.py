# Draws from a child of the generator it is given.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    child = np.random.default_rng(rng.integers(2**63, size=4))
    return child.random(shape) >= p
