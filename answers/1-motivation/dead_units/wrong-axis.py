# One answer for each example.
# dead_units-boolean: fail "There is one answer for each example, not for each unit"
# dead_units-every: fail "There is one answer for each example, not for each unit"
def dead_units(activations):
    return (activations == 0).all(axis=1)
