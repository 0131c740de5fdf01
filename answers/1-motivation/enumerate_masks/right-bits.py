# Counts in binary.
# enumerate_masks-boolean: pass
# enumerate_masks-complete: pass
def enumerate_masks(n):
    return (np.arange(2**n)[:, None] >> np.arange(n)) & 1 == 1
