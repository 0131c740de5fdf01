# The empty mask is there twice.
# enumerate_masks-boolean: fail "The number of masks is not 2 to the power of n"
# enumerate_masks-complete: fail "The number of masks is not 2 to the power of n"
def enumerate_masks(n):
    return np.vstack([np.zeros((1, n), dtype=bool), np.array(list(itertools.product([False, True], repeat=n)))])
