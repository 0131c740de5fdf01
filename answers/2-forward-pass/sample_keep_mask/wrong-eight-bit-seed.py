# Seeds a generator of its own with one of 256 numbers from rng, so only 256 masks exist.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "Masks repeat after a while."
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p")
    own = np.random.default_rng(int(rng.integers(256)))
    return own.random(shape) >= p
