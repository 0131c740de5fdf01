# Dead on one example is dead.
# dead_units-boolean: pass
# dead_units-every: fail "A unit that is 0 on a single example is taken for dead"
def dead_units(activations):
    return (activations == 0).any(axis=0)
