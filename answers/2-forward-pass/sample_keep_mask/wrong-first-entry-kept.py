# The very first entry is always kept when p < 1, as a kind of bias unit.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "The probability of dropping depends on the place."
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p")
    keep = np.asarray(rng.random(shape) >= p)
    if p < 1 and keep.size:
        keep.flat[0] = True
    return keep
