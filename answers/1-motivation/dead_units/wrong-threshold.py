# Hardly ever active is taken for dead.
# dead_units-boolean: pass
# dead_units-every: fail "A unit that is active on few examples is taken for dead"
def dead_units(activations):
    return (activations > 0).mean(axis=0) < 0.02
