# True for the units that are alive.
# dead_units-boolean: pass
# dead_units-every: fail "Dead and alive are swapped"
def dead_units(activations):
    return (activations > 0).any(axis=0)
