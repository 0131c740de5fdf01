# The second half of the coins mirrors the first half as 1 - u.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "Entries are not dropped independently of each other."
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p")
    size = int(np.prod(shape))
    u = rng.random((size + 1) // 2)
    both = np.concatenate([u, 1 - u])[:size]
    return (both >= p).reshape(shape) & (p < 1)
