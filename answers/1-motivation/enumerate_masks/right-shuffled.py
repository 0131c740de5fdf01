# In random order.
# enumerate_masks-boolean: pass
# enumerate_masks-complete: pass
def enumerate_masks(n):
    masks = np.array(list(itertools.product([True, False], repeat=n)))
    return np.random.default_rng().permutation(masks)
