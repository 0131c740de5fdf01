# Accepts any p.
# fast_keep_mask-share: pass
# fast_keep_mask-coins: pass
# fast_keep_mask-bits: pass
# fast_keep_mask-conventions: fail "A p outside [0, 1] is accepted"
def fast_keep_mask(shape, p, rng):
    p = min(max(p, 0.0), 1.0)
    t = int(256 * p)
    f = 256 * p - t
    drawn = rng.integers(0, 256, size=shape, dtype=np.uint8)
    keep = drawn > t
    again = drawn == t
    keep[again] = rng.random(int(again.sum())) >= f
    return keep
