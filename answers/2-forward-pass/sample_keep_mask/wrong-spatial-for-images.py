# For arrays of more than two dimensions there is one coin per channel, for (N, d) one per entry.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "Whole rows are kept or dropped."
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p")
    drawn = shape if len(shape) <= 2 else tuple(shape[:2]) + (1,) * (len(shape) - 2)
    return np.broadcast_to(rng.random(drawn) >= p, shape).copy()
