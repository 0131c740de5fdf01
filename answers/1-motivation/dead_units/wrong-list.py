# A list of Python booleans.
# dead_units-boolean: fail "The array of dead units is not a numpy array"
# dead_units-every: fail "The array of dead units is not a numpy array"
def dead_units(activations):
    return [bool((column == 0).all()) for column in activations.T]
