# Draws one mask and uses it for every example.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "All examples of the batch share one mask"
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return np.broadcast_to(rng.random(shape[-1:]) >= p, shape).copy()
