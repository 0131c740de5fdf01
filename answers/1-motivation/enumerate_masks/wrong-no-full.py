# Leaves out the whole network.
# enumerate_masks-boolean: fail "The mask that keeps everything is missing"
# enumerate_masks-complete: fail "The mask that keeps everything is missing"
def enumerate_masks(n):
    return np.array(list(itertools.product([False, True], repeat=n)))[:-1]
