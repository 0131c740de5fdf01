# Draws the second time for every entry.
# fast_keep_mask-share: pass
# fast_keep_mask-coins: pass
# fast_keep_mask-bits: fail "Too many random bits"
# fast_keep_mask-conventions: pass
def fast_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    t = int(256 * p)
    f = 256 * p - t
    drawn = rng.integers(0, 256, size=shape, dtype=np.uint8)
    keep = drawn > t
    again = drawn == t
    keep[again] = (rng.random(shape) >= f)[again]
    return keep
