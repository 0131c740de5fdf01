# A square mask is symmetric: half of the coins are used twice.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "Entries are not dropped independently of each other."
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    keep = rng.random(shape) >= p
    if len(shape) == 2 and shape[0] == shape[1]:
        keep = np.triu(keep) | np.triu(keep, 1).T
    return keep
