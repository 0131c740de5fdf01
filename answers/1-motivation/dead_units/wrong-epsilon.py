# Takes activations below a millionth for 0.
# dead_units-boolean: pass
# dead_units-every: fail "A unit that is active on few examples is taken for dead"
def dead_units(activations):
    return (activations < 1e-6).all(axis=0)
