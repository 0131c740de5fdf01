# Looks at the first example only.
# dead_units-boolean: pass
# dead_units-every: fail "Only one example is looked at"
def dead_units(activations):
    return activations[0] == 0
