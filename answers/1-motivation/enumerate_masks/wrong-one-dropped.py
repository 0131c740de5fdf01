# Each unit dropped once, and the whole network.
# enumerate_masks-boolean: fail "The number of masks is not 2 to the power of n"
# enumerate_masks-complete: fail "The number of masks is not 2 to the power of n"
def enumerate_masks(n):
    return np.vstack([np.ones(n, dtype=bool), ~np.eye(n, dtype=bool)])
