# A small mean is taken for dead.
# dead_units-boolean: pass
# dead_units-every: fail "A unit that is active on few examples is taken for dead"
def dead_units(activations):
    return activations.mean(axis=0) < 0.01
