# The last unit is never dropped.
# enumerate_masks-boolean: pass
# enumerate_masks-complete: fail "Some masks are there twice, so others are missing"
def enumerate_masks(n):
    masks = (np.arange(2**n)[:, None] >> np.arange(n)) % 2 == 1
    masks[:, -1] = True
    return masks
