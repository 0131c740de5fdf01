# Goes through the examples and remembers who has spoken.
# dead_units-boolean: pass
# dead_units-every: pass
def dead_units(activations):
    silent = np.ones(activations.shape[1], dtype=bool)
    for row in activations:
        silent &= row == 0
    return silent
