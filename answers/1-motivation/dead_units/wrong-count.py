# The number of dead units.
# dead_units-boolean: fail "One number is returned, not one answer for each unit"
# dead_units-every: fail "One number is returned, not one answer for each unit"
def dead_units(activations):
    return int((activations == 0).all(axis=0).sum())
