# A list of tuples.
# enumerate_masks-boolean: fail "The masks are a list, not one array"
# enumerate_masks-complete: fail "The masks are a list, not one array"
def enumerate_masks(n):
    return list(itertools.product([False, True], repeat=n))
