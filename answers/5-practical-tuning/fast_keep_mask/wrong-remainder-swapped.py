# Keeps with the remainder, instead of dropping.
# fast_keep_mask-share: fail "The share of dropped entries is not p"
# fast_keep_mask-coins: pass
# fast_keep_mask-bits: pass
# fast_keep_mask-conventions: fail "p = 0 is not handled"
def fast_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    t = int(256 * p)
    f = 256 * p - t
    drawn = rng.integers(0, 256, size=shape, dtype=np.uint8)
    keep = drawn > t
    again = drawn == t
    keep[again] = rng.random(int(again.sum())) < f
    return keep
