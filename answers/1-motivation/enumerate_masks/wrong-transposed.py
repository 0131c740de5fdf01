# Masks in the columns.
# enumerate_masks-boolean: fail "The masks are in the columns, not in the rows"
# enumerate_masks-complete: fail "The masks are in the columns, not in the rows"
def enumerate_masks(n):
    return np.array(list(itertools.product([False, True], repeat=n))).T
