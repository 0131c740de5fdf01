# A generator of masks.
# enumerate_masks-boolean: fail "The array of masks is not a numpy array"
# enumerate_masks-complete: fail "The array of masks is not a numpy array"
def enumerate_masks(n):
    return itertools.product([False, True], repeat=n)
