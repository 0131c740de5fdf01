# One mask for each unit.
# enumerate_masks-boolean: fail "There is one mask for each unit, not one for each choice of units"
# enumerate_masks-complete: fail "There is one mask for each unit, not one for each choice of units"
def enumerate_masks(n):
    return np.eye(n, dtype=bool)
