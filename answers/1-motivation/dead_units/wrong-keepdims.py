# A row with two dimensions.
# dead_units-boolean: fail "The array of dead units has the wrong shape"
# dead_units-every: fail "The array of dead units has the wrong shape"
def dead_units(activations):
    return (activations == 0).all(axis=0, keepdims=True)
