# Writes the numbers in binary.
# enumerate_masks-boolean: pass
# enumerate_masks-complete: pass
def enumerate_masks(n):
    return np.array([[digit == "1" for digit in f"{i:0{n}b}"] for i in range(2**n)])
