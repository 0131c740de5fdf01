# Drops exactly the share p of the entries, every time.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "The number of kept entries is fixed"
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    size = int(np.prod(shape))
    keep = np.ones(size, dtype=bool)
    keep[rng.permutation(size)[: round(p * size)]] = False
    return keep.reshape(shape)
