# Zeros and ones.
# enumerate_masks-boolean: fail "The masks are not boolean"
# enumerate_masks-complete: pass
def enumerate_masks(n):
    return np.array(list(itertools.product([0, 1], repeat=n)))
