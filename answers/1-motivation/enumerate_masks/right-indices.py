# np.indices of a cube.
# enumerate_masks-boolean: pass
# enumerate_masks-complete: pass
def enumerate_masks(n):
    return np.indices((2,) * n).reshape(n, -1).T.astype(bool)
