# Half precision rounds numbers close to 1 up to 1, so p = 1 keeps one entry in 4096.
# sample_keep_mask-boolean: pass
# sample_keep_mask-share: pass
# sample_keep_mask-coins: pass
# sample_keep_mask-rng: pass
# sample_keep_mask-edges: fail "p = 1 is not handled for every random number."
def sample_keep_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    return rng.random(shape).astype(np.float16) >= p
