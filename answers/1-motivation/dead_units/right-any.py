# Not active on any example.
# dead_units-boolean: pass
# dead_units-every: pass
def dead_units(activations):
    return ~np.any(activations > 0, axis=0)
