# Replaces the empty mask by the full one, so that no network is empty.
# enumerate_masks-boolean: pass
# enumerate_masks-complete: fail "The mask that keeps nothing is missing"
def enumerate_masks(n):
    masks = np.array(list(itertools.product([False, True], repeat=n)))
    masks[0] = True
    return masks
