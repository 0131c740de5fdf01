# Calls itself for the entries that are drawn again.
# fast_keep_mask-share: pass
# fast_keep_mask-coins: pass
# fast_keep_mask-bits: pass
# fast_keep_mask-conventions: pass
def fast_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p in (0, 1):
        return np.full(shape, p == 0)
    t = int(256 * p); b = np.frombuffer(rng.bytes(int(np.prod(shape))), np.uint8).reshape(shape)
    keep = b > t; tie = b == t
    if tie.any(): keep[tie] = fast_keep_mask((int(tie.sum()),), 256 * p - t, rng)
    return keep
