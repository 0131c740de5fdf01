# Leaves the second draw out, so that p is rounded to 1/256.
# fast_keep_mask-share: fail "p is rounded to a multiple of 1/256"
# fast_keep_mask-coins: pass
# fast_keep_mask-bits: pass
# fast_keep_mask-conventions: pass
def fast_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return rng.integers(0, 256, size=shape, dtype=np.uint8) >= int(256 * p)
