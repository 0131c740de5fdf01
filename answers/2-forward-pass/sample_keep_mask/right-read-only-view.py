# Returns a read-only view that is not contiguous in memory.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    big = np.zeros((*shape, 2), dtype=bool)
    big[..., 1] = rng.random(shape) >= p
    keep = big[..., 1]
    keep.flags.writeable = False
    return keep
