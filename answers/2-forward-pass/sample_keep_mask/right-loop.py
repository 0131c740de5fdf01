# Throws the coins one by one in a Python loop.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    flat = [rng.random() >= p for _ in range(int(np.prod(shape)))]
    return np.array(flat, dtype=bool).reshape(shape)
