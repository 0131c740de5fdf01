# One unit changes from mask to mask.
# enumerate_masks-boolean: pass
# enumerate_masks-complete: pass
def enumerate_masks(n):
    i = np.arange(2**n)
    g = i ^ (i >> 1)
    return (g[:, None] & (1 << np.arange(n))) != 0
