# Reads bytes from rng.bytes and draws the second time in bytes as well.
# fast_keep_mask-share: pass
# fast_keep_mask-coins: pass
# fast_keep_mask-bits: pass
# fast_keep_mask-conventions: pass
def fast_keep_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError(p)
    size = int(np.prod(shape))
    keep = np.ones(size, dtype=bool)
    open_ones, rest = np.arange(size), p
    for _ in range(7):
        t = int(rest * 256)
        rest = rest * 256 - t
        drawn = np.frombuffer(rng.bytes(len(open_ones)), dtype=np.uint8)
        keep[open_ones[drawn < t]] = False
        open_ones = open_ones[drawn == t]
        if not len(open_ones):
            break
    return keep.reshape(shape)
