# Draws one number for each entry.
# fast_keep_mask-share: pass
# fast_keep_mask-coins: pass
# fast_keep_mask-bits: fail "Too many random bits"
# fast_keep_mask-conventions: pass
def fast_keep_mask(shape, p, rng):
    return sample_keep_mask(shape, p, rng)
