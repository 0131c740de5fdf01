# Chooses units without saying which.
# enumerate_masks-boolean: fail "The number of masks is not 2 to the power of n"
# enumerate_masks-complete: fail "The number of masks is not 2 to the power of n"
def enumerate_masks(n):
    return np.array([[unit < kept for unit in range(n)] for kept in range(n + 1)])
