# Counts with eight bits, which are not enough for nine units.
# enumerate_masks-boolean: pass
# enumerate_masks-complete: fail "Some masks are there twice, so others are missing"
def enumerate_masks(n):
    numbers = np.arange(2**n).astype(np.uint8)
    return (numbers[:, None] >> np.arange(n, dtype=np.uint8)) % 2 == 1
