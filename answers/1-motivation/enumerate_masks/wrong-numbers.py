# The numbers of the masks.
# enumerate_masks-boolean: fail "The array of masks does not have a row for each mask and a column for each unit"
# enumerate_masks-complete: fail "The array of masks does not have a row for each mask and a column for each unit"
def enumerate_masks(n):
    return np.arange(2**n)
