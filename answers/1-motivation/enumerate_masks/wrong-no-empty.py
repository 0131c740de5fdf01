# Leaves out the mask that keeps nothing.
# enumerate_masks-boolean: fail "The mask that keeps nothing is missing"
# enumerate_masks-complete: fail "The mask that keeps nothing is missing"
def enumerate_masks(n):
    return np.array(list(itertools.product([False, True], repeat=n)))[1:]
