# Zeros and ones instead of booleans.
# dead_units-boolean: fail "The array of dead units is not boolean"
# dead_units-every: pass
def dead_units(activations):
    return (activations == 0).all(axis=0).astype(int)
