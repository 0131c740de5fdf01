# Draws numbers of 32 bits.
# fast_keep_mask-share: pass
# fast_keep_mask-coins: pass
# fast_keep_mask-bits: fail "Too many random bits"
# fast_keep_mask-conventions: pass
def fast_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return rng.random(shape, dtype=np.float32) >= p
