# Rounds its input before it looks.
# dead_units-boolean: fail "dead_units changes its input"
# dead_units-every: fail "A unit that is active on few examples is taken for dead"
def dead_units(activations):
    activations[activations < 1e-3] = 0
    return (activations == 0).all(axis=0)
