# Draws the array with its axes reversed and turns it round.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return (rng.random(shape[::-1]) >= p).T if p < 1 else np.zeros(shape, dtype=bool)
