# Compares binary digits, one bit after the other, as long as they agree.
# fast_keep_mask-share: pass
# fast_keep_mask-coins: pass
# fast_keep_mask-bits: pass
# fast_keep_mask-conventions: pass
def fast_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError(p)
    size = int(np.prod(shape))
    keep = np.full(size, p < 1)
    undecided = np.arange(size if p < 1 else 0)
    rest = p
    while len(undecided) and rest > 0:
        rest *= 2
        digit = int(rest >= 1)
        rest -= digit
        bits = np.unpackbits(np.frombuffer(rng.bytes(len(undecided) // 8 + 1), np.uint8))[: len(undecided)]
        keep[undecided[bits < digit]] = False
        undecided = undecided[bits == digit]
    return keep.reshape(shape)
