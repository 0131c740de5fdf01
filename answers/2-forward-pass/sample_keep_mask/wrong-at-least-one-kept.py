# Sets one random entry to True if the whole mask came out empty.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "It never happens that a whole group of entries is dropped."
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p")
    keep = np.asarray(rng.random(shape) >= p)
    if p < 1 and keep.size and not keep.any():
        keep.flat[rng.integers(keep.size)] = True
    return keep
