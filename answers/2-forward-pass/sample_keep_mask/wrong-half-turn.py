# Throws half of the coins and uses them again from the end.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "Entries are not dropped independently of each other."
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    size = int(np.prod(shape))
    half = rng.random((size + 1) // 2)
    return np.concatenate([half, half[::-1]])[:size].reshape(shape) >= p
