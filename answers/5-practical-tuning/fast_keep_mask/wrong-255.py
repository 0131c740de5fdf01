# Divides the bytes into 255 parts.
# fast_keep_mask-share: fail "p is rounded to a multiple of 1/256"
# fast_keep_mask-coins: pass
# fast_keep_mask-bits: pass
# fast_keep_mask-conventions: fail "p = 1 is not handled"
def fast_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    t = int(255 * p)
    f = 255 * p - t
    b = rng.integers(0, 256, size=shape, dtype=np.uint8)
    keep = b > t
    again = b == t
    keep[again] = rng.random(int(again.sum())) >= f
    return keep
