# Jumps from one dropped entry to the next by geometric distances.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: pass
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    flat = np.full(int(np.prod(shape, dtype=int)), True)
    if p > 0:
        positions = np.cumsum(rng.geometric(p, flat.size)) - 1
        flat[positions[positions < flat.size]] = False
    return flat.reshape(shape)
