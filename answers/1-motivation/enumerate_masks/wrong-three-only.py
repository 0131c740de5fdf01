# Written for three units.
# enumerate_masks-boolean: fail "The array of masks does not have a row for each mask and a column for each unit"
# enumerate_masks-complete: fail "The array of masks does not have a row for each mask and a column for each unit"
def enumerate_masks(n):
    a = [False, True]
    return np.array([[i, j, k] for i in a for j in a for k in a])
