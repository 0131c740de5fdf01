# An entry copies its left neighbour in one case out of five.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: fail "Entries are not dropped independently of each other."
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p")
    keep = rng.random(shape) >= p
    if len(shape) and shape[-1] > 1:
        copy = rng.random(shape) < 0.2
        for j in range(1, shape[-1]):
            keep[..., j] = np.where(copy[..., j], keep[..., j - 1], keep[..., j])
    return keep
