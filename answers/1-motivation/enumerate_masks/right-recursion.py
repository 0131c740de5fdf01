# Takes the masks of n - 1 units twice.
# enumerate_masks-boolean: pass
# enumerate_masks-complete: pass
def enumerate_masks(n):
    if n == 0:
        return np.zeros((1, 0), dtype=bool)
    rest = enumerate_masks(n - 1)
    without = np.hstack([np.zeros((len(rest), 1), dtype=bool), rest])
    with_it = np.hstack([np.ones((len(rest), 1), dtype=bool), rest])
    return np.vstack([without, with_it])
