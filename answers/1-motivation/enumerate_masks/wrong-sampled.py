# Draws 2^n masks at random.
# enumerate_masks-boolean: pass
# enumerate_masks-complete: fail "Some masks are there twice, so others are missing"
def enumerate_masks(n):
    return np.random.default_rng(0).random((2**n, n)) < 0.5
