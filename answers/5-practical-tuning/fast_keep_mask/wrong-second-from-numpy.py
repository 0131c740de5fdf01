# Takes the second draw from np.random.
# fast_keep_mask-share: pass
# fast_keep_mask-coins: fail "do not come from the rng that is handed in"
# fast_keep_mask-bits: pass
# fast_keep_mask-conventions: pass
def fast_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    t = int(256 * p)
    f = 256 * p - t
    b = rng.integers(0, 256, size=shape, dtype=np.uint8)
    keep = b > t
    again = b == t
    keep[again] = np.random.random(int(again.sum())) >= f
    return keep
