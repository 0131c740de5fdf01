# An answer for each entry.
# dead_units-boolean: fail "The array of dead units has the wrong shape"
# dead_units-every: fail "The array of dead units has the wrong shape"
def dead_units(activations):
    return activations == 0
