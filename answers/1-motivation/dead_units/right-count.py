# Counts what is not zero.
# dead_units-boolean: pass
# dead_units-every: pass
def dead_units(activations):
    return np.count_nonzero(activations, axis=0) < 1
