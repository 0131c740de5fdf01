# Every second call with the same shape reuses the uniform numbers of the call before as 1 - u.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "Entries are not dropped independently of each other."
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
_last = {}


def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p")
    if shape in _last:
        u = 1 - _last.pop(shape)
        return (u > p) | (p == 0)
    u = rng.random(shape)
    _last[shape] = u
    return u >= p
