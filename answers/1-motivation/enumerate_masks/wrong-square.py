# n squared masks.
# enumerate_masks-boolean: fail "The number of masks is not 2 to the power of n"
# enumerate_masks-complete: fail "The number of masks is not 2 to the power of n"
def enumerate_masks(n):
    return (np.arange(n**2)[:, None] >> np.arange(n)) % 2 == 1
