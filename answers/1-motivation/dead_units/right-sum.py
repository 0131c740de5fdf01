# Nothing adds up to anything.
# dead_units-boolean: pass
# dead_units-every: pass
def dead_units(activations):
    return activations.sum(0) <= 0
