# A unit that never changes is taken for dead.
# dead_units-boolean: fail "All units are said to be dead"
# dead_units-every: fail "A unit that is constant, but not 0, is taken for dead"
def dead_units(activations):
    return activations.std(axis=0) < 1e-12
