# Lets t = 256 overflow a byte.
# fast_keep_mask-share: pass
# fast_keep_mask-coins: pass
# fast_keep_mask-bits: pass
# fast_keep_mask-conventions: fail "raised OverflowError"
def fast_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    t = np.uint8(int(256 * p))
    f = 256 * p - int(t)
    drawn = rng.integers(0, 256, size=shape, dtype=np.uint8)
    keep = drawn > t
    again = drawn == t
    keep[again] = rng.random(int(again.sum())) >= f
    return keep
