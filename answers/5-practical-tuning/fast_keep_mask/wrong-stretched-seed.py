# Stretches one number from rng with a second generator.
# fast_keep_mask-share: pass
# fast_keep_mask-coins: pass
# fast_keep_mask-bits: fail "The coins do not come from the rng"
# fast_keep_mask-conventions: pass
def fast_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return np.random.default_rng(int(rng.integers(2**62))).random(shape) >= p
