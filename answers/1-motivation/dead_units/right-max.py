# The largest activation is 0.
# dead_units-boolean: pass
# dead_units-every: pass
def dead_units(activations):
    return activations.max(axis=0) == 0
