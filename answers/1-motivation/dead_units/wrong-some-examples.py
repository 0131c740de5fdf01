# Looks at every second example.
# dead_units-boolean: pass
# dead_units-every: fail "A unit that is 0 on some of the examples is taken for dead"
def dead_units(activations):
    return (activations[::2] == 0).all(axis=0)
