# Takes sixteen bits and a second draw of as many, rarely.
# fast_keep_mask-share: pass
# fast_keep_mask-coins: pass
# fast_keep_mask-bits: pass
# fast_keep_mask-conventions: pass
def fast_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError(p)
    t, f = divmod(p * 65536, 1)
    size = int(np.prod(shape))
    drawn = np.frombuffer(rng.bytes(2 * size), dtype=np.uint16).astype(np.int64)
    drop = drawn < t
    tie = np.flatnonzero(drawn == t)
    # There are so few that they cost nothing on average; without any of them, nothing is drawn.
    if len(tie):
        drop[tie] = rng.random(len(tie), dtype=np.float32) < f
    return ~drop.reshape(shape)
