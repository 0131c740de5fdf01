# Draws one row and repeats it.
# fast_keep_mask-share: pass
# fast_keep_mask-coins: fail "All examples of the batch share one mask"
# fast_keep_mask-bits: pass
# fast_keep_mask-conventions: pass
def fast_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    row = rng.random(shape[-1]) >= p
    return np.broadcast_to(row, shape).copy()
