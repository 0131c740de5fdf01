# One verdict for the whole layer.
# dead_units-boolean: fail "The array of dead units is not a numpy array"
# dead_units-every: fail "The array of dead units is not a numpy array"
def dead_units(activations):
    return (activations == 0).all()
