# Uses the global random state.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: fail "The coins do not come from the rng"
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return np.random.rand(*shape) >= p
