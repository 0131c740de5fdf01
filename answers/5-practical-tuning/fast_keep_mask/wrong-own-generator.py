# Makes a generator of its own that counts bytes for free.
# fast_keep_mask-share: pass
# fast_keep_mask-coins: fail "The coins do not come from the rng"
# fast_keep_mask-bits: fail "The coins do not come from the rng"
# fast_keep_mask-conventions: pass
def fast_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return np.random.default_rng().random(shape) >= p
