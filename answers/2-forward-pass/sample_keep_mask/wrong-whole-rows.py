# Throws one coin for every example.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: fail "Nothing is dropped"
# sample_keep_mask-coins: fail "Whole rows are kept or dropped"
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    coins = rng.random((shape[0],) + (1,) * (len(shape) - 1)) >= p
    return np.broadcast_to(coins, shape).copy()
