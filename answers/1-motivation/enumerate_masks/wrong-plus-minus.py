# Minus one for False.
# enumerate_masks-boolean: fail "The masks hold other numbers than 0 and 1"
# enumerate_masks-complete: fail "The masks hold other numbers than 0 and 1"
def enumerate_masks(n):
    return np.array(list(itertools.product([-1, 1], repeat=n)))
